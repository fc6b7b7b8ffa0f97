package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.StateChanged;

class RunGateTest {
  private final List<String> done = new ArrayList<>();
  private final RunLifecycle lifecycle = new RunLifecycle("r", this::react, Clock.systemUTC());
  private Runnable whenPaused = () -> {};
  private final RunGate gate = new RunGate(lifecycle);

  @BeforeEach
  void run() {
    become(RunState.RUNNING);
  }

  @Test
  void whatIsPostedIsDoneBeforeTheNextStepInOrder() throws InterruptedException {
    post("a");
    post("b");
    assertThat(done).isEmpty();
    assertThat(gate.proceed()).isTrue();
    assertThat(done).containsExactly("a", "b");
  }

  @Test
  void aPausedLoopWorksWhatIsPostedAndLeavesWhenItIsTold() throws InterruptedException {
    become(RunState.PAUSING);
    whenPaused =
        () -> {
          post("while paused");
          gate.post(() -> become(RunState.STOPPING), () -> {});
        };
    assertThat(gate.proceed()).isFalse();
    assertThat(done).containsExactly("while paused");
    assertThat(lifecycle.state()).isEqualTo(RunState.STOPPING);
  }

  @Test
  void whatIsPostedWhenTheLoopIsLeftIsToldSoAndLaterPostsAreRefused() {
    post("a");
    post("b");
    gate.close();
    assertThat(done).containsExactly("too late for a", "too late for b");
    assertThat(gate.post(() -> done.add("c"), () -> done.add("too late for c"))).isFalse();
    gate.close();
    assertThat(done).hasSize(2);
  }

  private void react(TrainingEvent event) {
    if (event instanceof StateChanged change && change.state() == RunState.PAUSED) {
      whenPaused.run();
    }
  }

  private void post(String name) {
    assertThat(gate.post(() -> done.add(name), () -> done.add("too late for " + name))).isTrue();
  }

  private void become(RunState next) {
    assertThat(lifecycle.change(EnumSet.allOf(RunState.class), next, "")).isTrue();
  }
}
