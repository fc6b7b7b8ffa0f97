package reidstudio.store.log;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import reidstudio.event.MetricKey;
import reidstudio.event.StepMetrics;
import reidstudio.event.ZeroReason;

/** A step of which further lines may tell more. */
final class OpenStep {
  private final StepAxis.Position at;
  private final Map<MetricKey, Double> values = new HashMap<>();
  private Optional<ZeroReason> zero = Optional.empty();
  private double seconds;

  OpenStep(StepAxis.Position at) {
    this.at = at;
  }

  StepAxis.Position at() {
    return at;
  }

  /** The newest value of a quantity counts. */
  void add(Map<MetricKey, Double> more, double atSecond) {
    values.putAll(more);
    seconds = atSecond;
  }

  void sdmZero(ZeroReason reason) {
    zero = Optional.of(reason);
  }

  /** Whether there is anything to tell. */
  boolean hasValues() {
    return !values.isEmpty() || zero.isPresent();
  }

  StepMetrics metrics() {
    return new StepMetrics(at.step(), at.epoch(), at.index(), seconds, values, zero);
  }
}
