package reidstudio.ui.curves;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reidstudio.event.MetricKey;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.StepCompleted;
import reidstudio.store.RunTrace;
import reidstudio.store.XAxis;

class StepPlaceTest {
  @Test
  void aPlaceOnAnyAxisIsThatOfAStep() {
    RunTrace trace = new RunTrace("a", Optional.empty(), Optional.empty());
    assertThat(StepPlace.at(trace, 7, XAxis.STEP)).isEqualTo(7);
    for (int step = 1; step <= 4; step++) {
      Map<MetricKey, Double> values = Map.of(MetricKey.TOTAL_LOSS, 1.0);
      trace.apply(
          new StepCompleted(
              "a", step, new StepMetrics(step, 1, step, 10 * step, values, Optional.empty())));
    }
    assertThat(StepPlace.at(trace, 2.4, XAxis.STEP)).isEqualTo(2);
    assertThat(StepPlace.at(trace, 30, XAxis.SECONDS)).isEqualTo(3);
    assertThat(StepPlace.at(trace, 30.1, XAxis.SECONDS)).isEqualTo(4);
    assertThat(StepPlace.at(trace, 99, XAxis.SECONDS)).as("the last").isEqualTo(4);
  }
}
