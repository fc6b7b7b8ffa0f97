package reidstudio.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent;
import reidstudio.store.RunTrace;

class HealthReadingTest {
  private static final Finding FAULT = finding("a", Severity.ERROR);
  private static final Finding DOUBT = finding("b", Severity.WARNING);
  private static final Finding UNKNOWN = finding("c", Severity.UNCHECKED);
  private static final Finding NOTE = finding("d", Severity.INFO);

  private final RunTrace trace = new RunTrace("run", Optional.empty(), Optional.empty());
  private long step;

  private static Finding finding(String id, Severity severity) {
    return new Finding(id, severity, "Something.", List.of(), "");
  }

  private void steps(int count) {
    for (int i = 0; i < count; i++) {
      step++;
      trace.apply(
          new TrainingEvent.StepCompleted(
              "run",
              step,
              new StepMetrics(
                  step, 1, (int) step, step, Map.of(MetricKey.CE_LOSS, 1.0), Optional.empty())));
    }
  }

  private void say(long at, Finding... findings) {
    trace.apply(new TrainingEvent.HealthChanged("run", at, step, List.of(findings)));
  }

  private void become(long at, RunState state) {
    trace.apply(new TrainingEvent.StateChanged("run", at, state, ""));
  }

  @Test
  void silenceMeansNothingAtFirstAndThenThatAllIsWell() {
    steps(49);
    assertThat(HealthReading.of(trace).state()).isEqualTo(HealthReading.State.TOO_EARLY);
    steps(1);
    assertThat(HealthReading.of(trace).state()).isEqualTo(HealthReading.State.CLEAR);
    assertThat(HealthReading.of(trace).worst()).isEqualTo(Severity.OK);
    assertThat(HealthReading.NONE.state()).isEqualTo(HealthReading.State.NO_RUN);
  }

  @Test
  void aProblemCountsAlsoWhenItIsEarly() {
    steps(10);
    say(1, DOUBT, FAULT, UNKNOWN, NOTE);
    HealthReading reading = HealthReading.of(trace);
    assertThat(reading.state()).isEqualTo(HealthReading.State.PROBLEMS);
    assertThat(reading.problems()).containsExactly(DOUBT, FAULT);
    assertThat(reading.unchecked()).containsExactly(UNKNOWN);
    assertThat(reading.notes()).containsExactly(NOTE);
    assertThat(reading.worst()).isEqualTo(Severity.ERROR);
    assertThat(reading.step()).isEqualTo(10);
  }

  @Test
  void onlyWhatWasSaidLastCounts() {
    become(0, RunState.STARTING);
    steps(60);
    say(5, FAULT);
    become(6, RunState.FAILED);
    assertThat(HealthReading.of(trace).problems()).containsExactly(FAULT);
    assertThat(HealthReading.of(trace).over()).isTrue();
    become(7, RunState.STARTING);
    say(7);
    assertThat(HealthReading.of(trace).state()).isEqualTo(HealthReading.State.CLEAR);
    assertThat(HealthReading.of(trace).over()).isFalse();
    say(8, DOUBT);
    assertThat(HealthReading.of(trace).problems()).containsExactly(DOUBT);
  }
}
