package reidstudio.ui.chart;

import java.util.Arrays;

/**
 * Finds the range of most points. Extremes of short stretches are sorted, a fiftieth of them on
 * either side is set aside, and what remains is widened by half; whoever lies outside is alone.
 */
final class Outliers {
  private static final int BUCKETS = 512;
  private static final int LEAST_POINTS = 20;
  private static final double SET_ASIDE = 0.02;
  private static final double WIDENED = 0.5;

  private Outliers() {}

  /** {@code all}, the range of the points in {@code [from, to)}, cut where it holds a few alone. */
  static Range without(TraceSnapshot points, int from, int to, Range all) {
    if (to - from < LEAST_POINTS) {
      return all;
    }
    int buckets = Math.min(BUCKETS, to - from);
    double[] lows = new double[buckets];
    double[] highs = new double[buckets];
    Extent extent = new Extent();
    int count = 0;
    for (int b = 0; b < buckets; b++) {
      extent.clear();
      int start = from + (int) ((long) (to - from) * b / buckets);
      int end = from + (int) ((long) (to - from) * (b + 1) / buckets);
      points.extent(start, end, extent);
      if (extent.hasFinite()) {
        lows[count] = extent.min();
        highs[count] = extent.max();
        count++;
      }
    }
    Arrays.sort(lows, 0, count);
    Arrays.sort(highs, 0, count);
    int aside = (int) Math.ceil(count * SET_ASIDE);
    double low = lows[Math.min(count - 1, aside)];
    double high = highs[Math.max(0, count - 1 - aside)];
    double margin = (high - low) * WIDENED;
    return margin > 0
        ? new Range(Math.max(all.low(), low - margin), Math.min(all.high(), high + margin))
        : all;
  }
}
