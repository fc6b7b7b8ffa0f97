package reidstudio.ui.dataset;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.data.audit.DataPlace;
import reidstudio.event.Severity;
import reidstudio.ui.common.FileDrop;
import reidstudio.ui.common.FolderOpener;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.SeverityIcon;
import reidstudio.ui.common.TextClipboard;
import reidstudio.ui.common.Widgets;

/** What a data folder holds, and whether it can be trained on. */
public final class DatasetView extends VBox {
  private final VerifyViewModel model;
  private final WallViewModel wall;
  private final Widgets widgets;
  private final FolderOpener opener;
  private final Executor io;
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.CHECKS);

  /** What is shown of the folder. */
  private enum Part {
    CHECKS,
    PICTURES
  }

  /**
   * Binds to the models.
   *
   * @param folders asks for another folder
   * @param opener shows a folder in the system's file manager
   * @param io looks for that folder
   */
  public DatasetView(
      VerifyViewModel model,
      WallViewModel wall,
      Supplier<Optional<Path>> folders,
      FolderOpener opener,
      Executor io,
      Widgets widgets,
      TextClipboard clipboard) {
    this.model = model;
    this.wall = wall;
    this.widgets = widgets;
    this.opener = opener;
    this.io = io;
    getStyleClass().add("page");
    setId("dataset-page");
    ChecksPane checks =
        new ChecksPane(model, widgets, clipboard, this::showFile, this::showIdentity);
    WallPane pictures = new WallPane(wall, widgets, this::showFile);
    part.subscribe(
        shown -> {
          checks.setVisible(shown == Part.CHECKS);
          pictures.setVisible(shown == Part.PICTURES);
        });
    StackPane parts = new StackPane(checks, pictures);
    parts.setMinHeight(0);
    parts.visibleProperty().bind(model.resultProperty().isNotNull());
    VBox empty = empty();
    empty.visibleProperty().bind(parts.visibleProperty().not());
    StackPane body = new StackPane(parts, empty);
    body.setMinHeight(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox second = new HBox(pills(), gap, DatasetToolbar.choices(model, folders, widgets));
    second.getStyleClass().add("dataset-second");
    getChildren().addAll(new DatasetToolbar(model, widgets), second, problem(), body);
    new FileDrop(File::isDirectory, model::use).acceptOn(this);
  }

  private HBox pills() {
    HBox pills =
        new HBox(
            pill(Part.CHECKS, Material2AL.FACT_CHECK, Styles.LEFT_PILL),
            pill(Part.PICTURES, Material2MZ.PHOTO_LIBRARY, Styles.RIGHT_PILL));
    pills.getStyleClass().add("evaluation-parts");
    return pills;
  }

  private ToggleButton pill(Part shows, Ikon icon, String style) {
    ToggleButton button = widgets.toggle(Messages.keyOf("dataset.part", shows), icon, style);
    button.setId("dataset-" + shows.name().toLowerCase(Locale.ROOT));
    button.setOnAction(event -> part.set(shows));
    part.subscribe(shown -> button.setSelected(shown == shows));
    button.selectedProperty().subscribe(() -> button.setSelected(part.get() == shows));
    return button;
  }

  private HBox problem() {
    Label sentence = new Label();
    sentence.setId("verify-problem");
    sentence.textProperty().bind(widgets.words().text(model.problemProperty()));
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    HBox box = new HBox(new SeverityIcon(Severity.ERROR), sentence);
    box.getStyleClass().add("problem-box");
    box.visibleProperty().bind(model.problemProperty().isNotEmpty());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private VBox empty() {
    Label title = new Label();
    title.setId("verify-empty");
    title.getStyleClass().add(Styles.TITLE_4);
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> widgets.messages().get(emptyKey()),
                model.placeProperty(),
                model.progressProperty(),
                model.problemProperty(),
                widgets.messages().languageProperty()));
    Label more = widgets.label("dataset.empty.more", Styles.TEXT_MUTED);
    more.setWrapText(true);
    more.setMaxWidth(560);
    more.setTextAlignment(TextAlignment.CENTER);
    VBox box = new VBox(new FontIcon(Material2MZ.PHOTO_LIBRARY), title, more);
    box.getStyleClass().add("empty-state");
    return box;
  }

  private String emptyKey() {
    if (model.progressProperty().get() != null) {
      return "data.reading";
    }
    if (!model.problemProperty().get().isEmpty()) {
      return "dataset.empty.unreadable";
    }
    return model.placeProperty().get() == null ? "dataset.empty.no-place" : "dataset.empty";
  }

  private void showIdentity(String identity) {
    wall.show(identity);
    part.set(Part.PICTURES);
  }

  private void showFile(String name) {
    DataPlace place = model.placeProperty().get();
    if (place != null) {
      io.execute(() -> opener.open(NearestFolder.of(place.folder(), name)));
    }
  }
}
