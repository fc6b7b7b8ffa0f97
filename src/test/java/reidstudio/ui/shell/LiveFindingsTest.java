package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reidstudio.command.RunCommand;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.Finding;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.event.TrainingEvent;
import reidstudio.ui.chart.SpanMark;
import reidstudio.ui.chart.TraceChart;
import reidstudio.ui.common.Language;

/** What the live rules say, from the trace of a run to the window and from there to a new run. */
@ExtendWith(ApplicationExtension.class)
class LiveFindingsTest {
  private static final String RATE_TITLE =
      "Updates times learning rate are too few for cross-entropy to move at all.";

  private final FakeStudio studio = new FakeStudio();
  private WindowDriver window;
  private SyntheticRun run;

  @Start
  void start(Stage stage) {
    window = new WindowDriver(studio, stage);
  }

  private void begin(int steps) {
    window.on(() -> studio.datasets.pending.complete(FakeStudio.demo(0)));
    run = studio.begin("live");
    run.steps(steps);
    window.pump();
  }

  private void say(Finding... findings) {
    run.health(findings);
    window.pump();
  }

  private void press(String selector) {
    window.on(window.find(selector, Button.class)::fire);
  }

  private boolean isVisible(String selector) {
    return window.find(selector, Node.class).isVisible();
  }

  @Test
  void aFindingAppearsChangesInItsPlaceAndGoes() {
    window.turnTo(Page.DIAGNOSIS);
    assertThat(window.text("#live-verdict")).isEqualTo("No run yet.");
    begin(12);
    assertThat(window.text("#live-verdict")).isEqualTo("Too early to say: 12 steps so far.");
    run.steps(88);
    say(SyntheticHealth.note());
    assertThat(window.text("#live-verdict")).isEqualTo("No problem seen after 100 steps.");
    assertThat(window.find("#live-notes", TitledPane.class).getText()).startsWith("One note");
    assertThat(isVisible("#problem-count")).isFalse();

    say(SyntheticHealth.fewRows(Severity.WARNING, 20, 100));
    assertThat(window.text("#live-verdict")).isEqualTo("One problem · step 100");
    Node card = window.find("#live-problems .finding", Node.class);
    assertThat(window.texts("#live-problems")).contains("Warning", "0.71");
    assertThat(window.text(".finding-steps")).isEqualTo("Steps 20 to 100");

    run.steps(20);
    say(
        SyntheticHealth.noBudget(60, 120),
        SyntheticHealth.fewRows(Severity.ERROR, 20, 120),
        SyntheticHealth.unknown());
    assertThat(window.texts("#live-problems .finding").get(0)).isEqualTo(RATE_TITLE);
    assertThat(window.ask(() -> card.getParent() != null)).as("its card stays").isTrue();
    assertThat(window.texts("#live-problems")).doesNotContain("Warning");
    assertThat(window.ask(() -> ((Hyperlink) card.lookup(".finding-steps")).getText()))
        .isEqualTo("Steps 20 to 120");
    assertThat(window.text("#problem-count")).isEqualTo("2");
    assertThat(window.texts("#run-health")).contains("One thing could not be looked at.");
    TitledPane history = window.find("#health-history", TitledPane.class);
    assertThat(history.getText()).isEqualTo("History: 3 changes");
    window.on(() -> history.setExpanded(true));
    assertThat(window.texts("#health-history"))
        .containsSubsequence("Step 120", "Got worse", "Step 100", "Appeared");

    say();
    assertThat(window.text("#live-verdict")).isEqualTo("No problem seen after 120 steps.");
    assertThat(window.ask(() -> card.getParent() == null)).isTrue();
    assertThat(isVisible("#problem-count")).isFalse();
    assertThat(window.texts("#health-history")).contains("Went away");
  }

  @Test
  void whatAReaderOpenedStaysOpenWhileNumbersChange() {
    begin(100);
    window.turnTo(Page.DIAGNOSIS);
    say(SyntheticHealth.noBudget(60, 100));
    TitledPane ruledOut = window.find("#live-problems .fold", TitledPane.class);
    window.on(() -> ruledOut.setExpanded(true));
    press(".try-change");
    run.steps(10);
    say(
        SyntheticHealth.fewRows(Severity.ERROR, 20, 110), // now the most important
        SyntheticHealth.noBudget(60, 110));
    assertThat(ruledOut.isExpanded()).isTrue();
    assertThat(window.ask(() -> ruledOut.getScene() != null)).isTrue();
    Node budget = window.ask(() -> ruledOut.getParent().getParent().getParent());
    assertThat(window.ask(() -> budget.lookup(".trial-confirmation").isVisible())).isTrue();
    assertThat(window.ask(() -> budget.getParent().getChildrenUnmodifiable().indexOf(budget)))
        .isEqualTo(1);
  }

  @Test
  void aLineOverTheChartsAndABadgeLeadToTheFinding() {
    begin(100);
    assertThat(isVisible("#health-line")).isFalse();
    say(SyntheticHealth.fewRows(Severity.WARNING, 20, 100));
    assertThat(window.text("#health-line-text"))
        .isEqualTo("More than 15 % of the rows find no positive.");
    say(SyntheticHealth.noBudget(60, 100), SyntheticHealth.fewRows(Severity.WARNING, 20, 100));
    assertThat(window.text("#health-line-text")).isEqualTo("2 problems, first: " + RATE_TITLE);
    assertThat(window.find("#page-diagnosis", Node.class).getAccessibleText())
        .isEqualTo("Diagnosis: 2 problems");
    press("#show-problems");
    assertThat(isVisible("#health-page")).isTrue();
    Node focused = window.ask(() -> window.window().root().getScene().getFocusOwner());
    assertThat(focused.getAccessibleText()).isEqualTo("Error: " + RATE_TITLE);
    say();
    assertThat(isVisible("#health-line")).isFalse();
    assertThat(window.find("#page-diagnosis", Node.class).getAccessibleText())
        .isEqualTo("Diagnosis");
  }

  @Test
  void aProblemIsMarkedOnItsChartAndTheMarkLeadsToIt() {
    begin(100);
    say(SyntheticHealth.noBudget(60, 90), SyntheticHealth.fewRows(Severity.WARNING, 20, 100));
    TraceChart ce = window.find("#chart-ce", TraceChart.class);
    SpanMark mark = window.ask(() -> ce.spans().get(0));
    assertThat(mark.from()).isEqualTo(60);
    assertThat(mark.to()).isEqualTo(90);
    assertThat(mark.tooltip()).startsWith("Error: " + RATE_TITLE);
    TraceChart rows = window.find("#chart-rows", TraceChart.class);
    assertThat(window.ask(() -> rows.spans().size())).isEqualTo(1);
    assertThat(window.find("#chart-sdm", TraceChart.class).spans()).isEmpty();
    window.on(() -> rows.spanActionProperty().get().accept(rows.spans().get(0)));
    assertThat(isVisible("#health-page")).isTrue();
    Node focused = window.ask(() -> window.window().root().getScene().getFocusOwner());
    assertThat(focused.getAccessibleText()).startsWith("Warning: More than 15 %");
    say();
    assertThat(ce.spans()).isEmpty();
  }

  @Test
  void theStepsOfAFindingZoomAllCharts() throws TimeoutException {
    begin(400);
    say(SyntheticHealth.noBudget(100, 199));
    TraceChart ce = window.find("#chart-ce", TraceChart.class);
    TraceChart norms = window.find("#chart-norms", TraceChart.class);
    window.waitUntil(() -> ce.visiblePoints() == 400);
    window.turnTo(Page.DIAGNOSIS);
    window.on(window.find(".finding-steps", Hyperlink.class)::fire);
    assertThat(isVisible("#train-page")).isTrue();
    // 100 to 199 and 15 on both sides
    window.waitUntil(() -> ce.visiblePoints() == 130 && norms.visiblePoints() == 3 * 130);
  }

  @Test
  void aChangeIsTriedInANewRunWithTheRunsOwnSettings() {
    begin(100);
    window.on(() -> window.find("#setting-epochs", TextField.class).setText("3"));
    say(SyntheticHealth.noBudget(60, 100));
    run.become(RunState.COMPLETED, "");
    window.pump();
    window.turnTo(Page.DIAGNOSIS);
    assertThat(window.texts(".trial")).contains("optimizer.head.learningRate: 0.003 → 0.3");
    assertThat(isVisible(".trial-confirmation")).isFalse();
    press(".try-change");
    assertThat(window.texts(".trial-confirmation"))
        .contains(
            "Starts a new run named “demo-learningRate-0.3”: the settings of live with this one"
                + " change, from the beginning. live stays as it is.");
    assertThat(studio.commands).as("nothing happens by one press").isEmpty();
    press(".start-change");
    RunConfig expected =
        new RunConfigCodec()
            .read(
                null,
                Map.of("optimizer.head.learningRate", "0.3", "name", "demo-learningRate-0.3"),
                RunConfig.defaults());
    RunCommand.Start sent = (RunCommand.Start) studio.commands.get(0);
    assertThat(sent.config()).isEqualTo(expected);
    assertThat(sent.runFolder()).isEmpty();
    assertThat(isVisible("#train-page")).isTrue();
    window.turnTo(Page.DIAGNOSIS);
    press(".try-change");
    press(".start-change");
    assertThat(studio.commands).as("a run is on its way").hasSize(1);
  }

  @Test
  void whileARunGoesOnTheChangeWaitsInTheForm(FxRobot robot) {
    begin(100);
    window.turnTo(Page.DIAGNOSIS);
    say(SyntheticHealth.noBudget(60, 100));
    press(".try-change");
    assertThat(window.texts(".trial-confirmation").get(0)).startsWith("Not now: a run is active");
    assertThat(isVisible(".start-change")).isFalse();
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    assertThat(isVisible(".trial-confirmation")).isFalse();
    press(".try-change");
    run.become(RunState.STOPPED, "");
    window.pump();
    assertThat(isVisible(".start-change")).as("the run is over").isTrue();
    press(".edit-change");
    assertThat(studio.commands).isEmpty();
    assertThat(isVisible("#train-page")).isTrue();
    assertThat(window.find("#setting-optimizer-head-learningRate", TextField.class).getText())
        .isEqualTo("0.3");
    assertThat(window.text("#command-line"))
        .contains("--set name=demo-learningRate-0.3")
        .contains("--set optimizer.head.learningRate=0.3");
  }

  @Test
  void anErrorIsANoticeOnceAndAWarningIsNone() {
    begin(100);
    say(SyntheticHealth.fewRows(Severity.WARNING, 20, 100));
    assertThat(window.texts(".notice")).isEmpty();
    say(SyntheticHealth.noBudget(60, 100), SyntheticHealth.fewRows(Severity.WARNING, 20, 100));
    assertThat(window.texts(".notice")).containsExactly("Step 100: " + RATE_TITLE);
    run.steps(200);
    say(SyntheticHealth.noBudget(60, 300), SyntheticHealth.fewRows(Severity.ERROR, 20, 300));
    assertThat(window.texts(".notice"))
        .containsExactly(
            "Step 100: " + RATE_TITLE, "Step 300: More than 15 % of the rows find no positive.");
    say();
    say(SyntheticHealth.noBudget(60, 300));
    assertThat(window.texts(".notice")).hasSize(2);
    press(".notice-foot .button");
    assertThat(isVisible("#health-page")).isTrue();
    assertThat(window.texts(".notice")).as("all of it is in sight now").isEmpty();
  }

  @Test
  void whoeverLooksAtTheProblemIsNotToldOfItAgain() {
    begin(100);
    window.turnTo(Page.DIAGNOSIS);
    say(SyntheticHealth.noBudget(60, 100));
    assertThat(window.texts(".notice")).isEmpty();
    window.turnTo(Page.TRAIN);
    window.pump();
    assertThat(window.texts(".notice")).isEmpty();
    run = studio.begin("next");
    run.steps(100);
    say(SyntheticHealth.noBudget(60, 100));
    assertThat(window.texts(".notice")).as("another run is another matter").hasSize(1);
  }

  @Test
  void theFindingsFollowTheLanguage() {
    begin(100);
    say(SyntheticHealth.noBudget(60, 100));
    window.turnTo(Page.DIAGNOSIS);
    window.on(() -> window.window().languageProperty().set(Language.CHINESE));
    assertThat(window.texts("#run-health"))
        .contains(
            "发现 1 个问题 · 第 100 步", "更新次数与学习率之积太小，交叉熵根本无法下降。", "把握：很可能", "所有标签都在分类器的 64 个类别之内。");
    assertThat(window.text(".finding-steps")).isEqualTo("第 60 至 100 步");
    assertThat(window.text(".try-change")).isEqualTo("用此更改新建运行");
    window.turnTo(Page.TRAIN);
    assertThat(window.text("#health-line-text")).isEqualTo("更新次数与学习率之积太小，交叉熵根本无法下降。");
    TraceChart ce = window.find("#chart-ce", TraceChart.class);
    assertThat(window.ask(() -> ce.spans().get(0).tooltip())).startsWith("错误：更新次数");
  }

  @Test
  void everyQuestionIsAsked() {
    window.turnTo(Page.DIAGNOSIS);
    assertThat(window.text("#diagnosis-about")).startsWith("No run is active");
    window.on(() -> studio.datasets.pending.completeExceptionally(new IOException("It is empty.")));
    assertThat(window.text("#diagnosis-about")).startsWith("Not now: the data or a setting");
    assertThat(window.find("#diagnose-all", Button.class).isDisabled()).isTrue();
    window.on(window.find("#use-demo", Button.class)::fire);
    window.on(() -> studio.datasets.pending.complete(FakeStudio.demo(0)));
    assertThat(window.text("#diagnosis-about")).startsWith("No run is active");
    window.on(() -> window.find("#experiments", TitledPane.class).setExpanded(true));
    for (CheckKind check : CheckKind.values()) {
      press("#diagnose-" + check.word());
      assertThat(window.text("#diagnosis-about")).startsWith("A diagnosis is running");
      RunCommand sent = studio.commands.get(studio.commands.size() - 1);
      assertThat(sent).isEqualTo(new RunCommand.Diagnose(check, RunConfig.defaults()));
      DiagnosisReport report = FakeStudio.report(check, false);
      studio.idle.apply(new TrainingEvent.DiagnosisFinished("", 1, report));
      window.pump();
    }
    assertThat(studio.commands).hasSize(CheckKind.values().length);
  }

  @Test
  void whatCouldNotBeLookedAtCountsAndWhatIsInOrderIsFoldedAway() {
    window.turnTo(Page.DIAGNOSIS);
    List<Finding> findings =
        List.of(
            new Finding("a", Severity.OK, "A is fine.", List.of(), ""),
            SyntheticHealth.unknown(),
            new Finding("b", Severity.OK, "B is fine.", List.of(), ""));
    DiagnosisReport all = FakeStudio.report(CheckKind.ALL, true);
    studio.idle.apply(
        new TrainingEvent.DiagnosisFinished(
            "", 1, new DiagnosisReport(CheckKind.ALL, all.at(), "", findings, false)));
    window.pump();
    assertThat(window.text("#verdict"))
        .isEqualTo("No problem in 2 checks, but one thing could not be looked at.");
    assertThat(window.find(".fine", TitledPane.class).getText()).isEqualTo("2 checks in order");
    assertThat(window.find(".fine", TitledPane.class).isExpanded()).isFalse();
    assertThat(window.texts(".finding").subList(0, 2))
        .containsExactly(SyntheticHealth.unknown().title(), "Could not be looked at");
    findings = List.of(SyntheticHealth.unknown(), SyntheticHealth.noBudget(1, 2));
    studio.idle.apply(
        new TrainingEvent.DiagnosisFinished(
            "",
            2,
            new DiagnosisReport(CheckKind.ALL, all.at().plusSeconds(1), "", findings, false)));
    window.pump();
    assertThat(window.text("#verdict"))
        .isEqualTo("One problem found in one check. One thing could not be looked at.");
    assertThat(window.texts(".finding").get(0)).isEqualTo(RATE_TITLE);
  }

  @Test
  void allQuestionsFitTheSmallestScreen() {
    begin(100);
    window.turnTo(Page.DIAGNOSIS);
    for (String id : List.of("#diagnose-all", "#diagnose-norm", "#experiments")) {
      Node node = window.find(id, Node.class);
      Bounds bounds = window.ask(() -> node.localToScene(node.getLayoutBounds()));
      assertThat(bounds.getMaxY()).as(id).isLessThanOrEqualTo(720);
      assertThat(bounds.getMaxX()).as(id).isLessThanOrEqualTo(1280);
      assertThat(bounds.getHeight()).as(id).isGreaterThan(20);
    }
    Label about = window.find("#diagnosis-about", Label.class);
    assertThat(about.getText()).startsWith("Looks at the run’s model between two steps");
  }
}
