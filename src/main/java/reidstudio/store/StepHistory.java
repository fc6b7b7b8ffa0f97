package reidstudio.store;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import reidstudio.event.MetricKey;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.StepCompleted;
import reidstudio.event.ZeroReason;

/**
 * The steps of a run and what was measured in them.
 *
 * <p>Thread: written by one; read by any.
 */
final class StepHistory {
  private final Timeline timeline = new Timeline();
  private final ConcurrentSkipListMap<MetricKey, Series> series = new ConcurrentSkipListMap<>();
  private final ZeroCounts zeroReasons = new ZeroCounts();
  private final AtomicLong outOfOrder = new AtomicLong();
  private volatile Optional<StepMetrics> last = Optional.empty();
  private int perEpoch;
  private long lastAtMillis;

  Timeline timeline() {
    return timeline;
  }

  Series series(MetricKey key) {
    return series.computeIfAbsent(key, k -> new Series(timeline));
  }

  /** The metrics measured at least once. */
  SortedSet<MetricKey> keys() {
    SortedSet<MetricKey> keys = new TreeSet<>();
    series.forEach(
        (key, values) -> {
          if (!values.isEmpty()) {
            keys.add(key);
          }
        });
    return keys;
  }

  Optional<StepMetrics> last() {
    return last;
  }

  /** When the newest step was told, milliseconds since 1970; 0 before the first. */
  long lastAtMillis() {
    return lastAtMillis;
  }

  Map<ZeroReason, Long> zeroReasons() {
    return zeroReasons.all();
  }

  /** How many steps were left out. */
  long outOfOrder() {
    return outOfOrder.get();
  }

  /** How many steps an epoch has; 0 if unknown. */
  int perEpoch() {
    return perEpoch;
  }

  void countEpochsBy(int stepsPerEpoch) {
    perEpoch = stepsPerEpoch;
  }

  /** Adds a step unless it does not come after the one before; returns whether it did. */
  boolean add(StepCompleted event) {
    StepMetrics step = event.metrics();
    double epoch = step.epoch() - 1.0;
    if (perEpoch > 0) {
      epoch += Math.min(1, (double) step.stepInEpoch() / perEpoch); // logs may go past 1
    }
    if (!timeline.accepts(step.step(), epoch, step.seconds())) {
      outOfOrder.incrementAndGet();
      return false;
    }
    timeline.append(step.step(), epoch, step.seconds());
    step.values().forEach((key, value) -> series(key).append(value));
    step.sdmZero().ifPresent(zeroReasons::add);
    last = Optional.of(step);
    lastAtMillis = event.atMillis();
    return true;
  }
}
