package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.RunState;
import reidstudio.ui.common.Language;

/** A change is tried for one epoch, from the card to the checklist and from there to a full run. */
@ExtendWith(ApplicationExtension.class)
class QuickFixWindowTest {
  private static final RunConfig CHANGED =
      new RunConfigCodec()
          .read(
              null,
              Map.of("optimizer.head.learningRate", "0.3", "name", "demo-learningRate-0.3"),
              RunConfig.defaults());
  private static final RunCommand WITHOUT = oneEpoch(RunConfig.defaults());
  private static final RunCommand WITH = oneEpoch(CHANGED);

  private final FakeStudio studio = new FakeStudio();
  private WindowDriver window;

  @Start
  void start(Stage stage) {
    window = new WindowDriver(studio, stage);
  }

  private static RunCommand oneEpoch(RunConfig config) {
    return new RunCommand.Start(config, Optional.empty(), OptionalInt.of(1));
  }

  /** A run that has ended after {@code steps} of 40 an epoch, with a change to try. */
  private void sick(int steps) {
    window.on(() -> studio.datasets.pending.complete(FakeStudio.demo(0)));
    SyntheticRun run = studio.begin("sick");
    run.steps(steps);
    run.health(SyntheticHealth.noBudget(1, steps));
    run.become(RunState.STOPPED, "");
    window.pump();
    window.turnTo(Page.DIAGNOSIS);
  }

  private SyntheticRun begin(String name, int steps) {
    SyntheticRun run = studio.begin(name);
    run.steps(steps);
    window.pump();
    return run;
  }

  private void end(SyntheticRun run, int moreSteps) {
    run.steps(moreSteps);
    run.become(RunState.STOPPED, "Stopped after epoch 1, as it was asked to.");
    window.pump();
  }

  private void press(String selector) {
    window.on(window.find(selector, Button.class)::fire);
  }

  private String focused() {
    return window.ask(() -> window.window().root().getScene().getFocusOwner().getId());
  }

  private boolean isVisible(String selector) {
    return window.find(selector, Node.class).isVisible();
  }

  @Test
  void theRunsOwnFirstEpochIsComparedWith() throws IOException {
    sick(60);
    assertThat(isVisible("#quick-fix")).isFalse();
    press(".verify-change");
    assertThat(studio.commands).containsExactly(WITH);
    assertThat(isVisible("#quick-fix")).isTrue();
    assertThat(window.text("#quick-fix-doing"))
        .isEqualTo("Epoch with optimizer.head.learningRate=3e-1: preparing data and model…");
    assertThat(window.find(".verify-change", Button.class).isDisabled()).isTrue();
    assertThat(focused()).isEqualTo("stop-verification");

    SyntheticRun trial = begin("trial", 10);
    assertThat(window.text("#quick-fix-doing"))
        .isEqualTo("Epoch with optimizer.head.learningRate=3e-1: step 10 of 40");
    assertThat(window.find("#quick-fix .progress-bar", ProgressBar.class).getProgress())
        .isEqualTo(0.25);
    assertThat(window.texts("#live-problems .finding").get(0))
        .as("the finding stays in view")
        .startsWith("Updates times learning rate");
    end(trial, 30);
    assertThat(isVisible("#stop-verification")).isTrue();
    assertThat(window.find("#stop-verification", Node.class).getParent().getParent().isVisible())
        .isFalse();
    assertThat(focused()).isEqualTo("start-verified");
    assertThat(window.texts("#checklist"))
        .startsWith("What", "Before", "After", "Expected", "cross-entropy at the end of the epoch")
        .contains("below 3.76 and falling", "above 0.8", "within 20 % of 22.6");
    assertThat(window.texts("#quick-fix"))
        .contains(
            "optimizer.head.learningRate: 0.003 → 0.3 · before: sick, 40 steps · after: trial, 40"
                + " steps");
    assertThat(studio.commands).hasSize(1);
    Path kept = FakeStudio.HOME.resolve("runs/trial/diagnostics");
    assertThat(Files.readString(kept.resolve("quickfix.txt"))).contains("Before:  run sick");
    assertThat(kept.resolve("quickfix.json")).exists();

    press("#start-verified");
    assertThat(studio.commands).last().isEqualTo(new RunCommand.Start(CHANGED, Optional.empty()));
    assertThat(isVisible("#train-page")).isTrue();
  }

  @Test
  void withoutAWholeEpochOneIsTrainedFirst() {
    sick(39);
    press(".verify-change");
    assertThat(studio.commands).containsExactly(WITHOUT);
    SyntheticRun without = begin("without", 20);
    assertThat(window.text("#quick-fix-doing"))
        .isEqualTo("Epoch without the change: step 20 of 40");
    assertThat(window.find("#quick-fix .progress-bar", ProgressBar.class).getProgress())
        .isEqualTo(0.25);
    end(without, 20);
    assertThat(studio.commands).containsExactly(WITHOUT, WITH);
    assertThat(window.text("#quick-fix-doing")).endsWith(": preparing data and model…");
    SyntheticRun with = begin("with", 20);
    assertThat(window.find("#quick-fix .progress-bar", ProgressBar.class).getProgress())
        .isEqualTo(0.75);
    end(with, 20);
    assertThat(window.texts("#quick-fix").toString())
        .contains("before: without, 40 steps · after: with, 40 steps");
    press("#close-quick-fix");
    assertThat(isVisible("#quick-fix")).isFalse();
  }

  @Test
  void aStopEndsTheRunThatTrainsAndNothingFollows() {
    sick(20);
    press(".verify-change");
    SyntheticRun without = begin("without", 5);
    press("#stop-verification");
    assertThat(studio.commands).containsExactly(WITHOUT, new RunCommand.Stop());
    assertThat(window.text("#quick-fix-doing")).isEqualTo("Ends after the step at hand…");
    assertThat(window.find("#stop-verification", Button.class).isDisabled()).isTrue();
    end(without, 35);
    assertThat(studio.commands).as("even if the epoch came to its end").hasSize(2);
    assertThat(isVisible("#quick-fix")).isFalse();
    assertThat(window.find(".verify-change", Button.class).isDisabled()).isFalse();
  }

  @Test
  void aStopBeforeTheRunHasBegunIsNotForgotten() {
    sick(20);
    List<Runnable> disk = new ArrayList<>();
    studio.io = disk::add;
    press(".verify-change");
    press("#stop-verification");
    assertThat(studio.commands).isEmpty();
    disk.forEach(Runnable::run);
    window.pump();
    assertThat(studio.commands).containsExactly(WITHOUT, new RunCommand.Stop());
  }

  @Test
  void aRunThatFailsIsSaidWithItsReason() {
    sick(60);
    press(".verify-change");
    begin("trial", 5).become(RunState.FAILED, "The disk was full.");
    window.pump();
    assertThat(window.text("#quick-fix-failed"))
        .isEqualTo("The change could not be verified. The disk was full.");
    press(".verify-change");
    assertThat(studio.commands).containsExactly(WITH, WITH);
    assertThat(window.find("#quick-fix-failed", Node.class).getParent().isVisible()).isFalse();
  }

  @Test
  void whatIsRefusedDoesNotBegin() {
    sick(60);
    studio.answer = command -> new CommandAck.Refused("A run is under way already.");
    press(".verify-change");
    assertThat(window.texts(".notice")).contains("A run is under way already.");
    assertThat(isVisible("#quick-fix")).isFalse();
    assertThat(window.find(".verify-change", Button.class).isDisabled()).isFalse();
  }

  @Test
  void whatIsShownFollowsTheLanguage() {
    sick(60);
    press(".verify-change");
    SyntheticRun trial = begin("trial", 10);
    window.on(() -> window.window().languageProperty().set(Language.CHINESE));
    assertThat(window.text("#quick-fix-doing"))
        .isEqualTo("使用 optimizer.head.learningRate=3e-1 的一轮：第 10 / 40 步");
    end(trial, 30);
    assertThat(window.texts("#checklist"))
        .contains("该轮结束时的交叉熵", "低于 3.76 且在下降", "与 22.6 相差不超过 20 %", "交叉熵在该轮内的下降量");
    assertThat(window.texts("#checklist")).noneMatch(text -> text.matches(".*[a-z]{3} [a-z]{2}.*"));
  }

  @Test
  void monospacedTextIsMonospaced() {
    sick(60);
    Label line = window.find(".trial-line", Label.class);
    assertThat(width("iiii", line.getFont())).isEqualTo(width("MMMM", line.getFont()));
  }

  private double width(String text, Font font) {
    return window.ask(
        () -> {
          Text node = new Text(text);
          node.setFont(font);
          return node.getLayoutBounds().getWidth();
        });
  }
}
