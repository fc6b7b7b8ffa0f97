package reidstudio.ui.chart;

import java.util.List;
import java.util.Optional;

/**
 * Chooses the y range that shows all visible points, and a little air; on request without single
 * extreme ones.
 */
final class AutoRange {
  private static final double AIR = 0.06;
  private static final int BUCKETS = 512;

  private final AxisScale scale;
  private final boolean clipOutliers;
  private final Extent extent = new Extent();

  /** For one frame. */
  AutoRange(AxisScale scale, boolean clipOutliers) {
    this.scale = scale;
    this.clipOutliers = clipOutliers;
  }

  /**
   * The range for the points within {@code x}.
   *
   * @param include what must be seen in any case
   */
  Range of(List<SeriesTrace> traces, List<Reference> references, Range x, Optional<Range> include) {
    traces.forEach(trace -> add(trace, x));
    for (Reference reference : references) {
      if (reference instanceof Reference.Level level && level.keepVisible()) {
        add(level.value());
      }
    }
    include.ifPresent(
        range -> {
          add(range.low());
          add(range.high());
        });
    return withAir();
  }

  private void add(SeriesTrace trace, Range x) {
    TraceSnapshot points = trace.points();
    int from = points.firstAtOrAfter(x.low(), 0);
    int to = points.firstAtOrAfter(Math.nextUp(x.high()), from);
    if (from == to) {
      // No point in sight, but the line between the two neighbours is.
      from = Math.max(0, from - 1);
      to = Math.min(points.size(), to + 1);
    }
    if (from == to) {
      return;
    }
    Extent own = new Extent();
    points.extent(from, to, own);
    if (scale == AxisScale.LOG && own.min() <= 0) {
      addPositive(points, from, to);
    } else if (own.hasFinite()) {
      Range range = new Range(own.min(), own.max());
      Range shown = clipOutliers ? Outliers.without(points, from, to, range) : range;
      extent.add(shown.low(), shown.high(), 0);
    }
    add(trace.smoothedAt(from));
    add(trace.smoothedAt(to - 1));
    trace.whole().ifPresent(whole -> add(whole, x));
  }

  private void add(double value) {
    if (Double.isFinite(value) && (scale != AxisScale.LOG || value > 0)) {
      extent.add(value);
    }
  }

  /** Zero and negative values have no place on a log axis; looks for the positive ones. */
  private void addPositive(TraceSnapshot points, int from, int to) {
    int size = Math.max(1, (to - from) / BUCKETS);
    Extent bucket = new Extent();
    for (int start = from; start < to; start += size) {
      bucket.clear();
      points.extent(start, Math.min(to, start + size), bucket);
      add(bucket.min());
      add(bucket.max());
    }
  }

  private Range withAir() {
    if (!extent.hasFinite()) {
      return scale == AxisScale.LOG ? new Range(0.1, 1) : new Range(0, 1);
    }
    double low = scale.forward(extent.min());
    double high = scale.forward(extent.max());
    double air = (high - low) * AIR;
    if (!(air > Math.ulp(Math.max(Math.abs(low), Math.abs(high))) * 1000)) {
      air = scale == AxisScale.LOG ? 0.2 : low == 0 ? 1 : Math.abs(low) * 0.1;
    }
    double floor = scale.inverse(low - air);
    boolean crossesZero = scale == AxisScale.LINEAR && extent.min() >= 0 && floor < 0;
    return bounded(crossesZero ? 0 : floor, scale.inverse(high + air));
  }

  /** Values near the largest double must not push the axis to infinity. */
  private static Range bounded(double low, double high) {
    double limit = Double.MAX_VALUE / 4;
    return new Range(Math.max(-limit, low), Math.min(limit, high));
  }
}
