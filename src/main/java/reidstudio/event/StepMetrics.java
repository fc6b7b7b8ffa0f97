package reidstudio.event;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All that was measured in one optimizer step.
 *
 * @param step counted from 1 over the whole run
 * @param epoch counted from 1
 * @param stepInEpoch counted from 1
 * @param seconds training time since the start of the run, pauses left out
 * @param values the measured quantities; a quantity that was not measured is absent
 * @param sdmZero why SDM is exactly zero, when it is
 */
public record StepMetrics(
    long step,
    int epoch,
    int stepInEpoch,
    double seconds,
    Map<MetricKey, Double> values,
    Optional<ZeroReason> sdmZero) {
  public StepMetrics {
    values = Map.copyOf(values);
    Objects.requireNonNull(sdmZero, "sdmZero");
  }

  /** The value, or NaN where it was not measured. */
  public double value(MetricKey key) {
    return values.getOrDefault(key, Double.NaN);
  }
}
