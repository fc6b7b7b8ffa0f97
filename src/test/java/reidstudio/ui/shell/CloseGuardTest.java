package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reidstudio.command.RunCommand;
import reidstudio.event.RunState;

@ExtendWith(ApplicationExtension.class)
class CloseGuardTest {
  private final FakeStudio studio = new FakeStudio();
  private WindowDriver window;

  @Start
  void start(Stage stage) {
    window = new WindowDriver(studio, stage);
  }

  @Test
  void closingWhileTrainingAsksAndKeepsTrainingIfTold() {
    studio.begin("a").steps(3);
    window.pump();
    requestClose();
    assertThat(window.stage().isShowing()).isTrue();
    window.on(window.find("#keep-training", Button.class)::fire);
    assertThat(studio.commands).isEmpty();
    assertThat(window.stage().isShowing()).isTrue();
  }

  @Test
  void closingWhileTrainingStopsAndClosesOnceTheRunHasEnded() {
    SyntheticRun run = studio.begin("a");
    run.steps(3);
    window.pump();
    requestClose();
    window.on(window.find("#stop-and-close", Button.class)::fire);
    assertThat(studio.commands).contains(new RunCommand.Stop());
    assertThat(window.stage().isShowing()).isTrue();
    run.become(RunState.STOPPING, "");
    window.pump();
    assertThat(window.stage().isShowing()).isTrue();
    run.become(RunState.STOPPED, "");
    window.pump();
    assertThat(window.stage().isShowing()).isFalse();
  }

  @Test
  void aWindowThatHasClosedLeavesItsStageToTheNext() throws TimeoutException {
    studio.begin("a").steps(3);
    window.pump();
    requestClose();
    window.on(window.find("#stop-and-close", Button.class)::fire);
    studio.in(RunState.STOPPED);
    window.pump();
    assertThat(window.stage().isShowing()).isFalse();
    FakeStudio next = new FakeStudio();
    window.on(() -> window = new WindowDriver(next, window.stage()));
    next.begin("b").steps(3);
    studio.in(RunState.FAILED);
    // both windows would look in the same beats
    window.waitUntil(() -> window.text("#run-text").startsWith("Step 3 "));
    assertThat(window.stage().isShowing()).isTrue();
  }

  @Test
  void closingWithoutARunJustCloses() {
    requestClose();
    assertThat(window.stage().isShowing()).isFalse();
  }

  private void requestClose() {
    window.on(
        () -> {
          WindowEvent request = new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST);
          Event.fireEvent(window.stage(), request);
        });
  }
}
