package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StepClockTest {
  private final AtomicLong nanos = new AtomicLong(5);
  private final StepClock clock = new StepClock(10, nanos::get);

  @Test
  void aStepIsUnderWayFromItsStartToItsEnd() {
    assertThat(clock.underWaySeconds()).isEmpty();
    clock.startStep();
    nanos.addAndGet(3_000_000_000L);
    assertThat(clock.underWaySeconds()).hasValue(3);
    clock.gotData();
    nanos.addAndGet(1_000_000_000L);
    clock.endStep();
    assertThat(clock.underWaySeconds()).isEmpty();
    assertThat(clock.stepSeconds()).isEqualTo(4);
    assertThat(clock.waitShare()).isEqualTo(0.75);
    assertThat(clock.totalSeconds()).isEqualTo(14);
  }

  @Test
  void aLoopThatIsLeftInAStepHangsInNone() {
    clock.startStep();
    clock.leave();
    assertThat(clock.underWaySeconds()).isEmpty();
  }
}
