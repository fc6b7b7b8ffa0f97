package reidstudio.ui.health;

import atlantafx.base.theme.Styles;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.event.CheckKind;
import reidstudio.event.Severity;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.FolderOpener;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.SeverityIcon;
import reidstudio.ui.common.TextClipboard;
import reidstudio.ui.common.Widgets;

/** The page that says why a run is stuck. */
public final class HealthView extends VBox {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");

  private final HealthViewModel model;
  private final Widgets widgets;
  private final Messages messages;
  private final EngineWords words;
  private final ZoneId zone;

  /** Binds to {@code model}. */
  public HealthView(
      HealthViewModel model,
      Widgets widgets,
      TextClipboard clipboard,
      FolderOpener opener,
      ZoneId zone) {
    this.model = model;
    this.widgets = widgets;
    this.messages = widgets.messages();
    this.words = new EngineWords(messages);
    this.zone = zone;
    getStyleClass().add("page");
    setId("health-page");
    ReportView report = new ReportView(widgets, words, clipboard, opener, zone);
    model.selectedProperty().subscribe(report::show);
    messages.languageProperty().subscribe(() -> report.show(model.selectedProperty().get()));
    ScrollPane scroll = new ScrollPane(report);
    scroll.setFitToWidth(true);
    scroll.visibleProperty().bind(model.selectedProperty().isNotNull());
    StackPane result = new StackPane(empty(), scroll);
    VBox.setVgrow(result, Priority.ALWAYS);
    getChildren().addAll(head(), choices(), progress(), failure(), result);
  }

  private HBox head() {
    Label title = widgets.label("health.title", Styles.TITLE_3);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    ComboBox<HealthViewModel.ReportEntry> older = new ComboBox<>(model.reports());
    older.setId("reports");
    older.setCellFactory(list -> new ReportCell());
    older.setButtonCell(new ReportCell());
    older.valueProperty().bindBidirectional(model.selectedProperty());
    older.visibleProperty().bind(Bindings.size(model.reports()).greaterThan(0));
    Label label = widgets.label("health.reports", Styles.TEXT_MUTED);
    label.visibleProperty().bind(older.visibleProperty());
    label.setLabelFor(older);
    HBox head = new HBox(title, gap, label, older);
    head.getStyleClass().add("page-toolbar");
    return head;
  }

  private HBox choices() {
    HBox box =
        new HBox(
            choice(CheckKind.CE, Material2AL.CENTER_FOCUS_STRONG),
            choice(CheckKind.SAMPLING, Material2MZ.SHUFFLE),
            choice(CheckKind.NORM, Material2MZ.STRAIGHTEN));
    box.getStyleClass().add("choices");
    return box;
  }

  private Node choice(CheckKind check, Ikon icon) {
    Label question = widgets.label(Messages.keyOf("health.question", check), Styles.TEXT_BOLD);
    Label about = widgets.label(Messages.keyOf("health.explain", check), Styles.TEXT_MUTED);
    about.setWrapText(true);
    about.setMinHeight(USE_PREF_SIZE);
    about.setMaxHeight(Double.MAX_VALUE);
    about.setAlignment(Pos.TOP_LEFT);
    VBox.setVgrow(about, Priority.ALWAYS);
    Label on = new Label();
    on.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.of("health.on", model.subjectProperty().get()),
                model.subjectProperty(),
                messages.languageProperty()));
    on.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    on.setWrapText(true);
    HBox.setHgrow(on, Priority.ALWAYS);
    on.setMaxWidth(Double.MAX_VALUE);
    Button run =
        widgets.button(
            Messages.keyOf("health.run", check), icon, () -> model.diagnose(check), Styles.ACCENT);
    run.setId("diagnose-" + check.word());
    run.setMinWidth(USE_PREF_SIZE);
    run.disableProperty().bind(model.canDiagnoseProperty().not());
    HBox foot = new HBox(on, run);
    foot.getStyleClass().add("choice-foot");
    VBox card = new VBox(question, about, foot);
    card.getStyleClass().add("card");
    HBox.setHgrow(card, Priority.ALWAYS);
    card.setPrefWidth(200);
    return card;
  }

  private HBox progress() {
    ProgressBar bar = new ProgressBar();
    StringBinding waiting = messages.text("health.waiting");
    bar.setPrefWidth(240);
    Label doing = new Label();
    doing.setId("diagnosis-doing");
    model
        .progressProperty()
        .subscribe(
            now -> {
              bar.setProgress(now == null ? ProgressBar.INDETERMINATE_PROGRESS : now.fraction());
              doing.textProperty().bind(now == null ? waiting : words.text(now.doing()));
            });
    HBox.setHgrow(doing, Priority.ALWAYS);
    doing.setMaxWidth(Double.MAX_VALUE);
    Button cancel = widgets.button("common.cancel", Material2AL.CLOSE, model::cancel);
    cancel.setId("cancel-diagnosis");
    cancel.visibleProperty().bind(model.progressProperty().isNotNull());
    HBox line = new HBox(bar, doing, cancel);
    line.getStyleClass().addAll("card", "busy-line");
    line.visibleProperty().bind(model.progressProperty().isNotNull().or(model.waitingProperty()));
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }

  private HBox failure() {
    Label sentence = new Label();
    sentence
        .textProperty()
        .bind(messages.text("health.failed", words.text(model.failureProperty())));
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.setWrapText(true);
    HBox box = new HBox(new SeverityIcon(Severity.ERROR), sentence);
    box.setId("diagnosis-failed");
    box.getStyleClass().add("problem-box");
    box.visibleProperty().bind(model.failureProperty().isNotEmpty());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private VBox empty() {
    Label title = widgets.label("health.empty", Styles.TITLE_4);
    Label more = widgets.label("health.empty.more", Styles.TEXT_MUTED);
    more.setWrapText(true);
    VBox box = new VBox(new FontIcon(Material2AL.FACT_CHECK), title, more);
    box.getStyleClass().add("empty-state");
    box.visibleProperty().bind(model.selectedProperty().isNull());
    return box;
  }

  private final class ReportCell extends ListCell<HealthViewModel.ReportEntry> {
    @Override
    protected void updateItem(HealthViewModel.ReportEntry entry, boolean empty) {
      super.updateItem(entry, empty);
      textProperty().unbind();
      if (empty || entry == null) {
        setText("");
        return;
      }
      textProperty()
          .bind(
              messages.text(
                  Messages.keyOf("health.report", entry.report().check()),
                  TIME.format(entry.report().at().atZone(zone))));
    }
  }
}
