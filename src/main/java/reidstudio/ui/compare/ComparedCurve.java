package reidstudio.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reidstudio.event.MetricKey;
import reidstudio.store.RunTrace;

/**
 * What a chart compares: one metric, or the mean mAP of evaluations.
 *
 * @param key names its texts, {@code compare.curve.KEY}
 * @param metric empty for mean mAP
 * @param factor what values are multiplied with
 */
record ComparedCurve(String key, Optional<MetricKey> metric, double factor) {
  private static final double PERCENT = 100;

  /** All of them, in the order of their importance. */
  static List<ComparedCurve> all() {
    return List.of(
        of("ce", MetricKey.CE_LOSS, 1),
        of("sdm", MetricKey.SDM_LOSS, 1),
        new ComparedCurve("map", Optional.empty(), PERCENT),
        of("accuracy", MetricKey.CE_ACCURACY, PERCENT),
        of("rows", MetricKey.SDM_VALID_ROWS, 1),
        of("pairable", MetricKey.PAIRABLE_RATIO, PERCENT),
        of("itc", MetricKey.ITC_LOSS, 1),
        of("triplet", MetricKey.TRIPLET_LOSS, 1),
        of("total", MetricKey.TOTAL_LOSS, 1),
        of("norm", MetricKey.NORM_AFTER_BN, 1),
        of("norm-before", MetricKey.NORM_BEFORE_BN, 1),
        of("gradient", MetricKey.GRADIENT_NORM, 1),
        of("rate-encoder", MetricKey.RATE_ENCODER, 1),
        of("rate-head", MetricKey.RATE_HEAD, 1),
        of("throughput", MetricKey.THROUGHPUT, 1),
        of("memory", MetricKey.MEMORY, 1));
  }

  /** The metrics that have to be read. */
  static Set<MetricKey> metrics() {
    return all().stream().flatMap(curve -> curve.metric().stream()).collect(Collectors.toSet());
  }

  private static ComparedCurve of(String key, MetricKey metric, double factor) {
    return new ComparedCurve(key, Optional.of(metric), factor);
  }

  /** Whether {@code trace} has a point of it. */
  boolean isIn(RunTrace trace) {
    return metric
        .map(known -> !trace.series(known).isEmpty())
        .orElseGet(() -> !trace.evaluations().isEmpty());
  }
}
