package reidstudio.ui.dataset;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.config.LayoutChoice;
import reidstudio.data.audit.DataPlace;
import reidstudio.data.audit.Verified;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** Which folder is looked at, what it was recognised as, and the button that verifies it. */
final class DatasetToolbar extends HBox {
  private final VerifyViewModel model;
  private final Widgets widgets;
  private final Messages messages;

  DatasetToolbar(VerifyViewModel model, Widgets widgets) {
    this.model = model;
    this.widgets = widgets;
    this.messages = widgets.messages();
    getStyleClass().add("page-toolbar");
    Label title = widgets.label("dataset.title", Styles.TITLE_3);
    title.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(title, folder(), recognised(), gap, work());
  }

  private Label folder() {
    Label label = new Label();
    label.setId("verify-folder");
    label.getStyleClass().add(Styles.TEXT_BOLD);
    label.setMinWidth(60);
    Tooltip whole = widgets.tooltip("data.folder.full", "");
    label.setTooltip(whole);
    whole.textProperty().unbind();
    model
        .placeProperty()
        .subscribe(
            place -> {
              label.setText(place == null ? "" : String.valueOf(place.folder().getFileName()));
              whole.setText(place == null ? "" : place.folder().toString());
            });
    return label;
  }

  private Label recognised() {
    Label chip = new Label();
    chip.setId("verify-layout");
    chip.getStyleClass().add("chip");
    chip.setMinWidth(USE_PREF_SIZE);
    chip.textProperty()
        .bind(model.resultProperty().map(verified -> verified.dataset().layout()).orElse(""));
    chip.visibleProperty().bind(model.resultProperty().isNotNull());
    chip.setTooltip(
        widgets.tooltip("dataset.found-by", model.resultProperty().map(Verified::mark).orElse("")));
    return chip;
  }

  private StackPane work() {
    Button verify =
        widgets.button("dataset.verify", Material2AL.FACT_CHECK, model::verify, Styles.ACCENT);
    verify.setId("verify-data");
    widgets.explain(verify, "dataset.verify.help");
    verify.disableProperty().bind(model.placeProperty().isNull());
    verify.visibleProperty().bind(model.progressProperty().isNull());
    ProgressBar bar = new ProgressBar();
    bar.setId("verify-progress");
    bar.progressProperty().bind(model.progressProperty().map(VerifyProgress::share).orElse(0.0));
    bar.setPrefWidth(130);
    Label text = new Label();
    text.setId("verify-doing");
    text.setMinWidth(USE_PREF_SIZE);
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::doing, model.progressProperty(), messages.languageProperty()));
    Button cancel =
        widgets.iconButton("common.cancel", Material2AL.CANCEL, model::cancel, Styles.SMALL);
    cancel.setId("cancel-verify");
    HBox busy = new HBox(text, bar, cancel);
    busy.getStyleClass().add("busy-line");
    busy.setAlignment(Pos.CENTER_RIGHT);
    busy.visibleProperty().bind(verify.visibleProperty().not());
    StackPane both = new StackPane(verify, busy);
    StackPane.setAlignment(verify, Pos.CENTER_RIGHT);
    both.setMinWidth(USE_PREF_SIZE);
    return both;
  }

  private String doing() {
    VerifyProgress now = model.progressProperty().get();
    if (now == null) {
      return "";
    }
    String stage = messages.of("dataset.stage", now.stage());
    if (now.total() == 0) {
      return stage;
    }
    return Double.isNaN(now.perSecond())
        ? messages.get("dataset.progress", stage, now.done(), now.total())
        : messages.get(
            "dataset.progress.rate",
            stage,
            now.done(),
            now.total(),
            Figures.count(Math.rint(now.perSecond())),
            Figures.duration(now.secondsLeft(), messages));
  }

  /** Another folder, and another reading of it. */
  static HBox choices(VerifyViewModel model, Supplier<Optional<Path>> folders, Widgets widgets) {
    Messages messages = widgets.messages();
    Button choose =
        widgets.button(
            "data.choose",
            Material2AL.FOLDER_OPEN,
            () -> folders.get().ifPresent(model::use),
            Styles.SMALL);
    choose.setId("choose-verify");
    widgets.explain(choose, "dataset.choose.help");
    Button back =
        widgets.button(
            "dataset.follow", Material2MZ.SETTINGS_BACKUP_RESTORE, model::follow, Styles.SMALL);
    back.setId("follow-form");
    folding(back, model.followsProperty().map(follows -> !follows));
    ComboBox<LayoutChoice> layout =
        new reidstudio.ui.common.WordedBox<>(
            FXCollections.observableArrayList(LayoutChoice.values()),
            each -> messages.of("setting.data.layout", each),
            messages);
    layout.setId("verify-read-as");
    Label readAs = widgets.label("setting.data.layout", Styles.TEXT_MUTED);
    readAs.setLabelFor(layout);
    layout.accessibleTextProperty().bind(messages.text("setting.data.layout"));
    widgets.explain(layout, "setting.data.layout.help");
    model.placeProperty().map(DataPlace::layout).subscribe(layout::setValue);
    layout.setOnAction(event -> Optional.ofNullable(layout.getValue()).ifPresent(model::layout));
    layout.disableProperty().bind(model.placeProperty().isNull());
    Label split = widgets.label("setting.data.split", Styles.TEXT_MUTED);
    ComboBox<Integer> number =
        new ComboBox<>(
            FXCollections.observableArrayList(IntStream.rangeClosed(1, 10).boxed().toList()));
    number.setId("verify-split");
    number.accessibleTextProperty().bind(messages.text("setting.data.split"));
    widgets.explain(number, "setting.data.split.help");
    split.setLabelFor(number);
    model.placeProperty().map(DataPlace::split).subscribe(number::setValue);
    number.setOnAction(event -> Optional.ofNullable(number.getValue()).ifPresent(model::split));
    ObservableValue<Boolean> several = severalSplits(model);
    folding(split, several);
    folding(number, several);
    HBox box = new HBox(readAs, layout, split, number, back, choose);
    box.getStyleClass().add("dataset-choices");
    return box;
  }

  private static void folding(Node node, ObservableValue<Boolean> shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(node.visibleProperty());
  }

  /** Whether what was read, or is to be read, has several splits. */
  private static ObservableValue<Boolean> severalSplits(VerifyViewModel model) {
    return Bindings.createBooleanBinding(
        () -> {
          Verified verified = model.resultProperty().get();
          DataPlace place = model.placeProperty().get();
          String layout =
              verified != null
                  ? verified.dataset().layout()
                  : place == null ? "" : place.layout().name();
          return layout.equalsIgnoreCase(LayoutChoice.REGDB.name())
              || layout.equalsIgnoreCase(LayoutChoice.PRCV2025.name());
        },
        model.resultProperty(),
        model.placeProperty());
  }
}
