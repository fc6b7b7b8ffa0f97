package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.event.RunState;

/** Buttons of the real window are enabled exactly when their command is legal. */
@ExtendWith(ApplicationExtension.class)
class RunLegalityTest {
  private final FakeStudio studio = new FakeStudio();
  private WindowDriver window;

  @Start
  void start(Stage stage) {
    window = new WindowDriver(studio, stage);
    // a page that nobody has turned to, or that was not laid out, has no buttons yet
    Parent root = window.window().root();
    ((ToggleButton) root.lookup("#page-diagnosis")).fire();
    root.applyCss();
    root.layout();
    ((ToggleButton) root.lookup("#page-train")).fire();
  }

  @Test
  void nobodyWaitsUntilTheWindowHasReadTheData() {
    assertThat(enabled()).containsExactlyInAnyOrder("start", "diagnose");
    window.on(() -> studio.datasets.pending.complete(FakeStudio.demo(0)));
    assertThat(enabled()).containsExactlyInAnyOrder("start", "diagnose");
  }

  @Test
  void nothingIsPossibleOnDataThatCannotBeRead() {
    window.on(() -> studio.datasets.pending.completeExceptionally(new IOException("It is empty.")));
    assertThat(enabled()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(RunState.class)
  void buttonsFollowTheState(RunState state) {
    window.on(() -> studio.datasets.pending.complete(FakeStudio.demo(0)));
    studio.in(state);
    window.pump();
    Set<String> expected =
        switch (state) {
          case STARTING -> Set.of("stop");
          case RUNNING -> Set.of("pause", "stop", "diagnose");
          case PAUSING -> Set.of("stop");
          case PAUSED -> Set.of("resume", "stop", "diagnose");
          case STOPPING -> Set.of();
          case STOPPED, COMPLETED, FAILED -> Set.of("start", "diagnose");
        };
    assertThat(enabled()).as(state.toString()).isEqualTo(expected);
  }

  /** The engine's table of transitions and the buttons must never drift apart. */
  @Test
  void theExpectationsAreThoseOfTheStatesThemselves() {
    for (RunState state : EnumSet.allOf(RunState.class)) {
      studio.in(state);
      window.pump();
      assertThat(enabled().contains("pause")).isEqualTo(state.mayBecome(RunState.PAUSING));
      assertThat(enabled().contains("stop")).isEqualTo(state.mayBecome(RunState.STOPPING));
    }
  }

  @Test
  void aPressSendsTheCommandOnceAndTheWindowWaitsForTheRun(FxRobot robot) {
    window.on(() -> studio.datasets.pending.complete(FakeStudio.demo(0)));
    robot.clickOn("#start");
    assertThat(studio.commands).hasSize(1);
    assertThat(studio.commands.get(0)).isInstanceOf(RunCommand.Start.class);
    assertThat(enabled()).doesNotContain("start");
    studio.begin("a").steps(3);
    window.pump();
    robot.clickOn("#pause");
    assertThat(studio.commands.get(1)).isEqualTo(new RunCommand.Pause());
  }

  @Test
  void aStartThatWaitsForTheDiskHoldsNothingUpAndCannotBePressedAgain(FxRobot robot) {
    window.on(() -> studio.datasets.pending.complete(FakeStudio.demo(0)));
    List<Runnable> disk = new ArrayList<>();
    studio.io = disk::add;
    robot.clickOn("#start");
    assertThat(studio.commands).isEmpty();
    assertThat(enabled()).doesNotContain("start");
    disk.forEach(Runnable::run);
    assertThat(studio.commands).hasSize(1);
    window.pump();
    assertThat(enabled()).doesNotContain("start");
  }

  @Test
  void aRefusedStartIsToldAndMayBeTriedAgain(FxRobot robot) {
    studio.answer = command -> new CommandAck.Refused("The device cuda:1 does not exist.");
    window.on(() -> studio.datasets.pending.complete(FakeStudio.demo(0)));
    robot.clickOn("#start");
    assertThat(window.texts(".notice")).contains("The device cuda:1 does not exist.");
    assertThat(enabled()).contains("start");
  }

  private Set<String> enabled() {
    Set<String> enabled = new java.util.TreeSet<>();
    for (String id : new String[] {"start", "pause", "resume", "stop"}) {
      if (!node("#" + id).isDisabled()) {
        enabled.add(id);
      }
    }
    if (!node("#diagnose-ce").isDisabled()) {
      enabled.add("diagnose");
    }
    assertThat(node("#diagnose-sampling").isDisabled())
        .isEqualTo(node("#diagnose-ce").isDisabled());
    return enabled;
  }

  private Node node(String selector) {
    return window.find(selector, Button.class);
  }
}
