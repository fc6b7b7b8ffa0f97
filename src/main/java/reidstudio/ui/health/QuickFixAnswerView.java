package reidstudio.ui.health;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.QuickFixReport;
import reidstudio.event.Severity;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.FolderOpener;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.SeverityIcon;
import reidstudio.ui.common.Widgets;
import reidstudio.ui.health.QuickFixTrial.Answer;
import reidstudio.ui.health.QuickFixTrial.Verdict;

/** What came of a trial: the verdict, the checklist, and what to do next. */
final class QuickFixAnswerView extends VBox {
  private final CardTools tools;
  private final Messages messages;
  private final EngineWords words;
  private final StackPane icon = new StackPane();
  private final Label verdict = new Label();
  private final Label about = new Label();
  private final Label remark = new Label();
  private final Label next = new Label();
  private final HBox head;
  private final ChecklistTable table;
  private final Button start;
  private Answer answer;

  QuickFixAnswerView(CardTools tools, ObservableValue<Path> folder, FolderOpener opener) {
    this.tools = tools;
    this.messages = tools.messages();
    this.words = tools.words();
    Widgets widgets = tools.widgets();
    table = new ChecklistTable(widgets, words);
    verdict.setId("quick-fix-verdict");
    verdict.getStyleClass().add("verdict-sentence");
    about.getStyleClass().add(Styles.TEXT_MUTED);
    next.setId("quick-fix-next");
    remark.setId("quick-fix-remark");
    for (Label label : new Label[] {verdict, about, remark, next}) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    remark.visibleProperty().bind(remark.textProperty().isNotEmpty());
    remark.managedProperty().bind(remark.visibleProperty());
    start =
        widgets.button("health.verify.start", Material2MZ.PLAY_ARROW, this::start, Styles.ACCENT);
    start.setId("start-verified");
    start.getStyleClass().add(Styles.SMALL);
    start.disableProperty().bind(tools.next().busyProperty().map(Boolean::booleanValue));
    head = head(widgets, folder, opener);
    VBox card = new VBox(table, remark, foot(widgets));
    card.getStyleClass().addAll("card", "quick-fix-card");
    getStyleClass().add("report");
    getChildren().addAll(head, card);
  }

  private HBox head(Widgets widgets, ObservableValue<Path> folder, FolderOpener opener) {
    VBox lines = new VBox(verdict, about);
    HBox.setHgrow(lines, Priority.ALWAYS);
    Button open =
        widgets.button(
            "health.folder",
            Material2AL.FOLDER_OPEN,
            () -> opener.open(folder.getValue()),
            Styles.SMALL);
    open.setMinWidth(USE_PREF_SIZE);
    open.visibleProperty().bind(folder.map(path -> true).orElse(false));
    widgets.explain(open, "health.folder.help", folder);
    Button close = widgets.iconButton("common.close", Material2AL.CLOSE, tools.quickFix()::forget);
    close.setId("close-quick-fix");
    HBox box = new HBox(icon, lines, open, close);
    box.getStyleClass().add("verdict");
    return box;
  }

  private VBox foot(Widgets widgets) {
    Button edit =
        widgets.button(
            "health.try.form",
            Material2MZ.TUNE,
            () -> tools.next().edit(answer.trial().changed()),
            Styles.SMALL);
    FlowPane buttons = new FlowPane(start, edit);
    buttons.getStyleClass().add("actions");
    VBox box = new VBox(next, buttons);
    box.getStyleClass().add("fix");
    return box;
  }

  private void start() {
    tools.next().start(answer.trial().changed());
  }

  /** Gives the focus to what is to be done next. */
  void focusNext() {
    start.requestFocus();
  }

  /** Shows {@code found} in the language of now. */
  void show(Answer found) {
    answer = found;
    QuickFixReport report = found.report();
    long open = report.items().stream().filter(item -> !item.passedAfter()).count();
    verdict.setText(
        messages.get(
            Messages.keyOf("health.verify.verdict", found.verdict()), open, report.items().size()));
    next.setText(messages.get(Messages.keyOf("health.verify.next", found.verdict())));
    about.setText(
        messages.get(
            "health.verify.about",
            new FindingText(messages, words).change(proposal(found.trial())),
            report.runBefore(),
            report.before().steps(),
            report.runAfter(),
            report.after().steps()));
    remark.setText(report.remark().map(words::of).orElse(""));
    table.show(report);
    Severity severity = severity(found.verdict());
    icon.getChildren().setAll(new SeverityIcon(severity));
    for (Severity each : Severity.values()) {
      head.getStyleClass().remove(SeverityIcon.styleOf(each));
    }
    head.getStyleClass().add(SeverityIcon.styleOf(severity));
  }

  private static Proposal proposal(QuickFixTrial trial) {
    return Proposal.of(trial.change(), trial.base(), new RunConfigCodec());
  }

  private static Severity severity(Verdict verdict) {
    return switch (verdict) {
      case CURED -> Severity.OK;
      case HELPS, TOO_SHORT -> Severity.INFO;
      case NO_CURE -> Severity.WARNING;
    };
  }
}
