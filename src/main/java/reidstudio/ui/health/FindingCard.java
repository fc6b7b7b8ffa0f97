package reidstudio.ui.health;

import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import reidstudio.config.RunConfig;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.event.Span;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.SeverityIcon;

/**
 * One finding: the cause, how sure it is, the numbers beside the healthy ones, what it is not, and
 * what to change. A finding that goes on changes its card in place.
 */
final class FindingCard extends VBox {
  private final CardTools tools;
  private final Messages messages;
  private final StackPane icon = new StackPane();
  private final Label title = new Label();
  private final Label severity = new Label();
  private final Label sure = new Label();
  private final Hyperlink steps = new Hyperlink();
  private final EvidenceTable evidence;
  private final RuledOut ruledOut;
  private final Label fix = new Label();
  private final VBox remedy;
  private final TrialBox trial;
  private Optional<Span> span = Optional.empty();

  FindingCard(CardTools tools) {
    this.tools = tools;
    this.messages = tools.messages();
    evidence = new EvidenceTable(tools.widgets());
    ruledOut = new RuledOut(messages);
    trial = new TrialBox(tools);
    remedy = remedy();
    getStyleClass().add("finding");
    setFocusTraversable(false);
    VBox body = new VBox(evidence, ruledOut, remedy);
    body.getStyleClass().add("finding-body");
    // a card with nothing but a title is one line
    body.visibleProperty()
        .bind(
            evidence.visibleProperty().or(ruledOut.visibleProperty()).or(remedy.visibleProperty()));
    body.managedProperty().bind(body.visibleProperty());
    getChildren().addAll(head(), body);
  }

  private HBox head() {
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    title.getStyleClass().add("finding-title");
    severity.getStyleClass().add("finding-severity");
    sure.getStyleClass().add("finding-sure");
    sure.managedProperty().bind(sure.visibleProperty());
    steps.getStyleClass().add("finding-steps");
    steps.managedProperty().bind(steps.visibleProperty());
    steps.setOnAction(
        event -> {
          steps.setVisited(false);
          span.ifPresent(tools.steps());
        });
    tools.widgets().explain(steps, "health.steps.help");
    FlowPane about = new FlowPane(severity, sure, steps);
    about.getStyleClass().add("finding-about");
    VBox lines = new VBox(title, about);
    lines.getStyleClass().add("finding-lines");
    HBox.setHgrow(lines, Priority.ALWAYS);
    HBox head = new HBox(icon, lines);
    head.getStyleClass().add("finding-head");
    return head;
  }

  private VBox remedy() {
    fix.setWrapText(true);
    fix.setMinHeight(USE_PREF_SIZE);
    fix.setGraphic(new FontIcon(Material2AL.BUILD));
    fix.visibleProperty().bind(fix.textProperty().isNotEmpty());
    fix.managedProperty().bind(fix.visibleProperty());
    VBox box = new VBox(fix, trial);
    box.getStyleClass().add("fix");
    box.visibleProperty().bind(fix.visibleProperty().or(trial.visibleProperty()));
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  /**
   * Shows {@code raw} in the language of now.
   *
   * @param run the configuration that its change is laid over, if known
   * @param runName the run it is about; empty if none
   */
  void show(Finding raw, Optional<RunConfig> run, String runName) {
    Finding finding = tools.words().of(raw);
    for (Severity each : Severity.values()) {
      getStyleClass().remove(SeverityIcon.styleOf(each));
      severity.getStyleClass().remove(SeverityIcon.styleOf(each));
    }
    getStyleClass().add(SeverityIcon.styleOf(finding.severity()));
    severity.getStyleClass().add(SeverityIcon.styleOf(finding.severity()));
    icon.getChildren().setAll(new SeverityIcon(finding.severity()));
    title.setText(finding.title());
    severity.setText(messages.of("severity", finding.severity()));
    sure.setVisible(finding.isProblem());
    sure.setText(messages.get("health.sure", messages.of("certainty", finding.certainty())));
    tools.widgets().explain(sure, Messages.keyOf("certainty.help", finding.certainty()));
    span = finding.span();
    steps.setVisible(span.isPresent());
    span.ifPresent(s -> steps.setText(new FindingText(messages, tools.words()).steps(s)));
    evidence.show(finding);
    ruledOut.show(finding.ruledOut());
    fix.setText(finding.fix());
    trial.show(finding.change(), run, runName);
    setAccessibleText(messages.get("health.card", severity.getText(), finding.title()));
  }
}
