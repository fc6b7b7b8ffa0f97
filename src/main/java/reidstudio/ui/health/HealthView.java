package reidstudio.ui.health;

import atlantafx.base.theme.Styles;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import reidstudio.event.Span;
import reidstudio.ui.common.FolderOpener;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.TextClipboard;
import reidstudio.ui.common.Widgets;

/** The page that says why a run is stuck: what it shows by itself, and the answers to questions. */
public final class HealthView extends HBox {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");

  private final HealthViewModel model;
  private final Widgets widgets;
  private final Messages messages;
  private final ZoneId zone;
  private final RunHealthView live;
  private final VBox answers;
  private final VBox findings;
  private final ScrollPane scroll;

  /**
   * Binds to the models.
   *
   * @param next what a finding may do with the run after this one
   * @param steps shows steps on the charts
   */
  public HealthView(
      HealthViewModel model,
      RunHealthViewModel run,
      QuickFixViewModel quickFix,
      NextRun next,
      Consumer<Span> steps,
      Widgets widgets,
      TextClipboard clipboard,
      FolderOpener opener,
      ZoneId zone) {
    this.model = model;
    this.widgets = widgets;
    this.messages = widgets.messages();
    this.zone = zone;
    CardTools tools = new CardTools(widgets, widgets.words(), next, quickFix, steps);
    live = new RunHealthView(run, tools, clipboard);
    answers = answers(new ReportView(tools, clipboard, opener, zone));
    QuickFixView trial = new QuickFixView(tools, opener);
    findings = new VBox(trial, live, answers);
    findings.getStyleClass().add("findings");
    scroll = scroll(findings, "findings-scroll");
    HBox.setHgrow(scroll, Priority.ALWAYS);
    ScrollPane questions =
        scroll(new QuestionsView(model, widgets, widgets.words()), "questions-scroll");
    getStyleClass().addAll("page", "health");
    setId("health-page");
    getChildren().addAll(scroll, questions);
    run.soughtProperty().subscribe(this::reveal);
    // it begins on a card further down, and ends while the user looks elsewhere on the page
    trial.visibleProperty().subscribe(shown -> scrollToIf(shown, trial));
    quickFix.answerProperty().subscribe(found -> scrollToIf(found != null, trial));
  }

  private static ScrollPane scroll(Region content, String style) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add(style);
    return scroll;
  }

  private VBox answers(ReportView report) {
    model
        .selectedProperty()
        .subscribe(
            entry -> {
              report.show(entry);
              if (entry != null && findings != null) {
                scrollTo(answers);
              }
            });
    messages.languageProperty().addListener(now -> report.show(model.selectedProperty().get()));
    report.visibleProperty().bind(model.selectedProperty().isNotNull());
    report.managedProperty().bind(report.visibleProperty());
    VBox box = new VBox(head(), empty(), report);
    box.getStyleClass().add("report");
    return box;
  }

  private HBox head() {
    Label title = widgets.label("health.answers", Styles.TITLE_4);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    ComboBox<HealthViewModel.ReportEntry> older = new ComboBox<>(model.reports());
    older.setId("reports");
    older.setCellFactory(list -> new ReportCell());
    older.setButtonCell(new ReportCell());
    older.valueProperty().bindBidirectional(model.selectedProperty());
    older.visibleProperty().bind(Bindings.size(model.reports()).greaterThan(1));
    older.accessibleTextProperty().bind(messages.text("health.reports"));
    HBox head = new HBox(title, gap, older);
    head.getStyleClass().add("answers-head");
    return head;
  }

  private HBox empty() {
    Label more = widgets.label("health.empty", Styles.TEXT_MUTED);
    more.setWrapText(true);
    HBox box = new HBox(new FontIcon(Material2AL.FACT_CHECK), more);
    box.getStyleClass().addAll("verdict", "no-answers");
    box.visibleProperty().bind(model.selectedProperty().isNull());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private void reveal(String id) {
    if (id != null) {
      live.card(id)
          .ifPresent(
              card -> {
                scrollTo(card);
                card.requestFocus();
              });
    }
  }

  private void scrollToIf(boolean wanted, Node node) {
    if (wanted) {
      scrollTo(node);
    }
  }

  private void scrollTo(Node node) {
    scroll.applyCss();
    scroll.layout();
    Bounds place = findings.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    double room = findings.getHeight() - scroll.getViewportBounds().getHeight();
    scroll.setVvalue(room <= 0 ? 0 : Math.max(0, Math.min(1, place.getMinY() / room)));
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
