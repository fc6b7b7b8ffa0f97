package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reidstudio.command.RunCommand;
import reidstudio.config.RunConfig;
import reidstudio.event.CheckKind;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent;
import reidstudio.ui.chart.TraceChart;
import reidstudio.ui.common.Language;

@ExtendWith(ApplicationExtension.class)
class StudioWindowTest {
  private static final String[] CHARTS = {"ce", "sdm", "rows", "pairable", "norms"};

  private final FakeStudio studio = new FakeStudio();
  private WindowDriver window;

  @Start
  void start(Stage stage) {
    window = new WindowDriver(studio, stage);
  }

  private void dataReady() {
    window.on(() -> studio.datasets.pending.complete(FakeStudio.demo(3)));
  }

  @Test
  void atFirstSightEverythingFitsTheSmallestScreen() {
    dataReady();
    for (String id : new String[] {"#start", "#data-folder", "#command-line", "#figure-rows"}) {
      assertInside(id);
    }
    for (String chart : CHARTS) {
      assertInside("#chart-" + chart);
    }
  }

  private void assertInside(String selector) {
    Node node = window.find(selector, Node.class);
    Bounds bounds = window.ask(() -> node.localToScene(node.getLayoutBounds()));
    assertThat(bounds.getMinX()).as(selector).isGreaterThanOrEqualTo(0);
    assertThat(bounds.getMinY()).as(selector).isGreaterThanOrEqualTo(0);
    assertThat(bounds.getMaxX()).as(selector).isLessThanOrEqualTo(1280);
    assertThat(bounds.getMaxY()).as(selector).isLessThanOrEqualTo(720);
    assertThat(bounds.getHeight()).as(selector).isGreaterThan(10);
  }

  @Test
  void aWrongValueIsExplainedBesideItsFieldWhileItIsTyped(FxRobot robot) {
    dataReady();
    TextField epochs = window.find("#setting-epochs", TextField.class);
    robot.clickOn(epochs).press(KeyCode.SHORTCUT, KeyCode.A).release(KeyCode.A, KeyCode.SHORTCUT);
    robot.write("0");
    assertThat(window.text("#hint-epochs")).isEqualTo("Must be between 1 and 100000.");
    assertThat(window.find("#hint-epochs", Label.class).getStyleClass()).contains("problem");
    assertThat(window.find("#start", Button.class).isDisabled()).isTrue();
    assertThat(window.text("#settings-problems")).isEqualTo("One setting needs a correction");
    robot.write("x");
    assertThat(window.text("#hint-epochs")).isEqualTo("Must be a whole number.");
    robot.press(KeyCode.BACK_SPACE).release(KeyCode.BACK_SPACE);
    robot.press(KeyCode.BACK_SPACE).release(KeyCode.BACK_SPACE);
    robot.write("7");
    assertThat(window.find("#hint-epochs", Label.class).getStyleClass()).contains("hint");
    assertThat(window.text("#command-line"))
        .isEqualTo("java -jar reid-studio.jar train --set epochs=7");
    robot.clickOn("#start");
    assertThat(((RunCommand.Start) studio.commands.get(0)).config().epochs()).isEqualTo(7);
  }

  @Test
  void aRecipeFillsTheFormAndSaysWhatIsMissing() {
    dataReady();
    Button start = window.find("#start", Button.class);
    takeRecipe("orbench-clip");
    assertThat(window.text("#recipes")).isEqualTo("ORBench with CLIP");
    assertThat(window.text("#recipe-about")).contains("ReID5o");
    assertThat(window.text("#hint-model-text-vocabulary"))
        .isEqualTo("CLIP’s text encoder needs this file");
    assertThat(start.isDisabled()).isTrue();
    // whatever the form holds, it is as wide as its panel
    Node files = window.find("#settings-files", Node.class);
    Node panel = window.find("#setup", Node.class);
    assertThat(window.ask(() -> files.localToScene(files.getLayoutBounds()).getMaxX()))
        .isLessThan(window.ask(() -> panel.localToScene(panel.getLayoutBounds()).getMaxX()));

    takeRecipe("stuck-ce");
    window.on(start::fire);
    RunCommand.Start command = (RunCommand.Start) studio.commands.get(0);
    assertThat(command.config().optimizer().head().learningRate()).isEqualTo(3e-6);
    assertThat(command.config().model()).isEqualTo(RunConfig.defaults().model());
  }

  private void takeRecipe(String id) {
    MenuButton recipes = window.find("#recipes", MenuButton.class);
    window.on(
        () ->
            recipes.getItems().stream()
                .filter(item -> ("recipe-" + id).equals(item.getId()))
                .forEach(MenuItem::fire));
  }

  @Test
  void aBrokenFolderIsExplainedInPlaceAndTheWindowStays() {
    window.on(
        () ->
            studio.datasets.pending.completeExceptionally(
                new IOException("The folder x has no train_annos.json; choose another.")));
    assertThat(window.text("#data-problem"))
        .isEqualTo("The folder x has no train_annos.json; choose another.");
    assertThat(window.stage().isShowing()).isTrue();
    window.on(window.find("#use-demo", Button.class)::fire);
    dataReady();
    assertThat(window.find("#start", Button.class).isDisabled()).isFalse();
  }

  @Test
  void theLanguageChangesAtOnceEverywhere() {
    dataReady();
    studio.begin("a").steps(30);
    window.pump();
    window.on(() -> window.window().languageProperty().set(Language.CHINESE));
    assertThat(window.text("#start")).isEqualTo("开始训练");
    assertThat(window.text("#state")).isEqualTo("运行中");
    assertThat(window.text("#epoch-text")).isEqualTo("第 1 / 24 轮");
    TraceChart ce = window.find("#chart-ce", TraceChart.class);
    assertThat(window.ask(() -> ce.titleProperty().get())).isEqualTo("分类损失（CE）");
    assertThat(window.ask(() -> ce.series().get(0).source().snapshot().size())).isEqualTo(30);
    window.on(() -> window.window().languageProperty().set(Language.ENGLISH));
    assertThat(window.text("#start")).isEqualTo("Start training");
  }

  @Test
  void aRunFillsBarFiguresAndCharts() {
    dataReady();
    assertThat(emptyText("ce")).contains("Start training");
    SyntheticRun run = studio.begin("a");
    window.pump();
    assertThat(emptyText("ce")).isEqualTo("Waiting for the first step…");
    run.steps(97); // the last of them has no pairs
    window.pump();
    assertThat(window.text("#state")).isEqualTo("Running");
    assertThat(window.text("#epoch-text")).isEqualTo("Epoch 3 / 24");
    assertThat(window.text("#run-text")).isEqualTo("Step 97 / 960");
    assertThat(window.text("#time-left")).isEqualTo("3:27 min left"); // 863 steps of 0.24 s
    assertThat(window.text("#run-speed")).contains("CPU, 2 cores");
    assertThat(window.text("#figure-ce-measure")).isEqualTo("chance 4.159");
    assertThat(window.text("#figure-sdm-measure")).isEqualTo("no pairs");
    assertThat(window.text("#sdm-zero")).contains("share an identity").contains("1 step");
    for (String chart : CHARTS) {
      TraceChart shown = window.find("#chart-" + chart, TraceChart.class);
      assertThat(window.ask(() -> shown.series().get(0).source().snapshot().size()))
          .as(chart)
          .isEqualTo(97);
      boolean compared =
          window.ask(
              () -> !shown.references().isEmpty() || shown.series().get(0).whole().isPresent());
      assertThat(compared).as(chart).isTrue();
    }
    run.steps(1);
    window.pump();
    assertThat(window.find("#sdm-zero", Label.class).isVisible()).isFalse();
  }

  private String emptyText(String chart) {
    TraceChart shown = window.find("#chart-" + chart, TraceChart.class);
    return window.ask(() -> shown.emptyTextProperty().get());
  }

  @Test
  void pausesAreMarkedInEveryChart() {
    SyntheticRun run = studio.begin("a");
    run.steps(10);
    run.become(RunState.PAUSED, "");
    run.become(RunState.RUNNING, "");
    run.steps(5);
    window.pump();
    for (String chart : CHARTS) {
      TraceChart shown = window.find("#chart-" + chart, TraceChart.class);
      assertThat(window.ask(() -> shown.marks().size())).isEqualTo(1);
      assertThat(window.ask(() -> shown.marks().get(0).x())).isEqualTo(10);
    }
    ToggleButton time = window.find("#axis-seconds", ToggleButton.class);
    window.on(time::fire);
    TraceChart ce = window.find("#chart-ce", TraceChart.class);
    assertThat(window.ask(() -> ce.marks().get(0).x()))
        .isEqualTo(2.4, org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void anyChartCanBeShownAloneAndAllComeBack() {
    for (String chart : CHARTS) {
      TraceChart shown = window.find("#chart-" + chart, TraceChart.class);
      double small = window.ask(shown::getWidth);
      window.on(() -> shown.actionsProperty().get().maximise(shown));
      window.on(() -> window.window().root().layout());
      assertThat(window.ask(shown::getWidth)).as(chart).isGreaterThan(1.8 * small);
      window.on(() -> shown.actionsProperty().get().maximise(shown));
      for (String each : CHARTS) {
        assertThat(window.find("#chart-" + each, TraceChart.class)).as(each).isNotNull();
      }
    }
  }

  @Test
  void eachRunThatFailsIsToldOfWithItsReasonAndItsLog() {
    studio.in(RunState.FAILED);
    window.pump();
    window.on(() -> window.find(".notice .button-icon", Button.class).fire());
    assertThat(window.find(".notice", Node.class)).isNull();
    SyntheticRun second = studio.begin("second");
    second.become(RunState.FAILED, "The disk is full.");
    window.pump();
    assertThat(window.texts(".notice")).contains("second failed: The disk is full.");
    assertThat(window.find(".notice .text-area", TextArea.class).getText())
        .isEqualTo(
            "The disk is full.\n" + second.trace().folder().orElseThrow().resolve("events.jsonl"));
  }

  @Test
  void aDiagnosisShowsProgressThenTheWorstFindingFirst() {
    dataReady();
    window.turnTo(Page.DIAGNOSIS);
    window.on(window.find("#diagnose-ce", Button.class)::fire);
    assertThat(((RunCommand.Diagnose) studio.commands.get(0)).check()).isEqualTo(CheckKind.CE);
    studio.idle.apply(
        new TrainingEvent.DiagnosisProgressed("", 1, CheckKind.CE, 0.5, "Labels of all items"));
    window.pump();
    assertThat(window.text("#diagnosis-doing")).isEqualTo("Labels of all items");
    assertThat(window.find("#diagnose-ce", Button.class).isDisabled()).isTrue();
    window.on(window.find("#cancel-diagnosis", Button.class)::fire);
    assertThat(studio.commands.get(1)).isEqualTo(new RunCommand.CancelDiagnosis());
    studio.idle.apply(
        new TrainingEvent.DiagnosisFinished("", 2, FakeStudio.report(CheckKind.CE, false)));
    window.pump();
    assertThat(window.text("#verdict")).isEqualTo("2 problems found in 4 checks.");
    assertThat(window.texts(".finding").get(0)).startsWith("The classifier's weight");
    assertThat(window.find("#diagnose-ce", Button.class).isDisabled()).isFalse();
  }

  @Test
  void aDiagnosisThatCannotBeMadeSaysWhy() {
    dataReady();
    window.turnTo(Page.DIAGNOSIS);
    studio.idle.apply(
        new TrainingEvent.DiagnosisProgressed("", 1, CheckKind.CE, 0.1, "Building the model"));
    window.pump();
    studio.idle.apply(
        new TrainingEvent.DiagnosisFailed("", 2, CheckKind.CE, "The data folder is gone."));
    window.pump();
    assertThat(window.texts("#health-page"))
        .contains("The diagnosis could not be made. The data folder is gone.");
    window.on(window.find("#diagnose-ce", Button.class)::fire);
    window.pump();
    assertThat(window.texts("#health-page")).doesNotContain("The data folder is gone.");
  }

  @Test
  void keysDoWhatTheirButtonsDo(FxRobot robot) {
    dataReady();
    robot.press(KeyCode.F5).release(KeyCode.F5);
    assertThat(studio.commands.get(0)).isInstanceOf(RunCommand.Start.class);
    studio.begin("a").steps(2);
    window.pump();
    robot.press(KeyCode.F6).release(KeyCode.F6);
    assertThat(studio.commands.get(1)).isEqualTo(new RunCommand.Pause());
    robot.press(KeyCode.SHIFT, KeyCode.F5).release(KeyCode.F5, KeyCode.SHIFT);
    assertThat(studio.commands.get(2)).isEqualTo(new RunCommand.Stop());
    robot.press(KeyCode.F8).release(KeyCode.F8);
    assertThat(studio.commands.get(3)).isInstanceOf(RunCommand.Diagnose.class);
    assertThat(window.find("#health-page", Node.class).isVisible()).isTrue();
    robot.press(KeyCode.F1).release(KeyCode.F1);
    assertThat(window.texts(".sheet")).contains("F5");
  }

  @Test
  void aQuestionMarkShowsTheKeysUnlessItIsTyped(FxRobot robot) {
    TextField name = window.find("#setting-name", TextField.class);
    window.on(name::requestFocus);
    robot.interact(() -> type(name));
    assertThat(window.ask(() -> window.window().root().lookup(".keys"))).isNull();
    TraceChart chart = window.find("#chart-ce", TraceChart.class);
    window.on(chart::requestFocus);
    robot.interact(() -> type(chart));
    assertThat(window.ask(() -> window.window().root().lookup(".keys"))).isNotNull();
  }

  private static void type(Node target) {
    target.fireEvent(
        new KeyEvent(KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, true, false, false, false));
  }
}
