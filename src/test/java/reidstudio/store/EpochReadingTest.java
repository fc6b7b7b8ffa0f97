package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import reidstudio.config.RunConfig;
import reidstudio.event.EpochSummary;
import reidstudio.event.MetricKey;
import reidstudio.event.RunFacts;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.RunStarted;
import reidstudio.event.TrainingEvent.StepCompleted;

class EpochReadingTest {
  private final RunTrace trace = new RunTrace("r", Optional.empty(), Optional.empty());
  private final EpochReading reading = new EpochReading(trace);

  private void start(int stepsPerEpoch) {
    RunFacts facts =
        new RunFacts(
            RunConfig.defaults(),
            64,
            640,
            3,
            stepsPerEpoch,
            32,
            1_000,
            "CPU",
            "balanced",
            4.16,
            0.5,
            "cross-entropy");
    trace.apply(new RunStarted("r", 0, facts));
  }

  /**
   * CE = step, norm = 10 + step, pairable ratio = 1 / step, rows of valid = step, rows = 20, rate =
   * step / 10,000; every second step is an update.
   */
  private void steps(int from, int to, int perEpoch) {
    for (int step = from; step <= to; step++) {
      Map<MetricKey, Double> values = new HashMap<>();
      values.put(MetricKey.CE_LOSS, (double) step);
      values.put(MetricKey.NORM_AFTER_BN, 10.0 + step);
      values.put(MetricKey.NORM_AFTER_BN_EXPECTED, 22.0);
      values.put(MetricKey.PAIRABLE_RATIO, 1.0 / step);
      values.put(MetricKey.SDM_VALID_ROWS, (double) step);
      values.put(MetricKey.SDM_ROWS, 20.0);
      values.put(MetricKey.RATE_HEAD, step / 10_000.0);
      if (step % 2 == 0) {
        values.put(MetricKey.GRADIENT_NORM, 1.0);
      }
      int index = step - 1;
      trace.apply(
          new StepCompleted(
              "r",
              step,
              new StepMetrics(
                  step,
                  index / perEpoch + 1,
                  index % perEpoch + 1,
                  step,
                  values,
                  Optional.empty())));
    }
  }

  @Test
  void theFirstAndLastTenthAreMeansAndTheRestIsOfTheWholeEpoch() {
    start(20);
    steps(1, 45, 20);
    EpochSummary first = reading.epoch(1).orElseThrow();
    assertThat(first.epoch()).isEqualTo(1);
    assertThat(first.steps()).isEqualTo(20);
    assertThat(first.classes()).isEqualTo(OptionalInt.of(64));
    assertThat(first.ceFirst()).isEqualTo(1.5); // of steps 1 and 2
    assertThat(first.ceLast()).isEqualTo(19.5); // of steps 19 and 20
    assertThat(first.ceFell()).isEqualTo(-18);
    assertThat(first.norm()).isEqualTo(29.5);
    assertThat(first.normExpected()).isEqualTo(22);
    assertThat(first.validRows()).isEqualTo(10.5);
    assertThat(first.rows()).isEqualTo(20);
    assertThat(first.pairableRatio()).isCloseTo(3.59774 / 20, within(1e-6)); // harmonic number
    assertThat(first.updates()).isEqualTo(10);
    // sqrt(2 / pi) 29.5 sqrt(512) times 10 updates with a mean rate of 0.00105
    assertThat(first.headReach().logit()).isCloseTo(5.5922, within(1e-3));
    EpochSummary second = reading.epoch(2).orElseThrow();
    assertThat(second.steps()).isEqualTo(20);
    assertThat(second.ceFirst()).isEqualTo(21.5);
    assertThat(second.ceLast()).isEqualTo(39.5);
  }

  @Test
  void anEpochThatWasNotMadeToItsEndIsNone() {
    start(20);
    assertThat(reading.epoch(1)).isEmpty();
    steps(1, 19, 20);
    assertThat(reading.epoch(1)).isEmpty();
    steps(20, 20, 20);
    assertThat(reading.epoch(1)).isPresent();
    steps(21, 39, 20);
    assertThat(reading.epoch(2)).isEmpty();
    assertThat(reading.epoch(3)).isEmpty();
  }

  @Test
  void aTenthIsAtLeastOneStep() {
    start(3);
    steps(1, 3, 3);
    assertThat(reading.epoch(1).orElseThrow().ceFirst()).isEqualTo(1);
    assertThat(reading.epoch(1).orElseThrow().ceLast()).isEqualTo(3);
  }

  @Test
  void whatWasNotMeasuredIsNotANumber() {
    start(1);
    trace.apply(
        new StepCompleted(
            "r", 1, new StepMetrics(1, 1, 1, 1, Map.of(MetricKey.CE_LOSS, 4.0), Optional.empty())));
    EpochSummary summary = reading.epoch(1).orElseThrow();
    assertThat(summary.ceLast()).isEqualTo(4);
    assertThat(summary.norm()).isNaN();
    assertThat(summary.rows()).isNaN();
    assertThat(summary.pairableRatio()).isNaN();
    assertThat(summary.updates()).isZero();
    assertThat(summary.headReach().logit()).isNaN();
    assertThat(summary.headReach().isHopeless()).isFalse();
  }
}
