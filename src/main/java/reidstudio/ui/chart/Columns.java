package reidstudio.ui.chart;

import java.util.Arrays;

/**
 * One trace cut into pixel columns: which points fall in each, their extremes, and how many of them
 * are not finite. Reused from frame to frame.
 */
final class Columns {
  private int[] first = new int[1];
  private double[] mins = new double[0];
  private double[] maxs = new double[0];
  private int[] nonFinite = new int[0];
  private int count;
  private int lastCount;
  private final Extent extent = new Extent();

  /**
   * Cuts the points seen through {@code x} into {@code columns} equal columns of the axis' range; a
   * point on the right end belongs to the last column. Costs O(columns log points).
   */
  void scan(TraceSnapshot points, AxisMap x, double pixelWidth, int columns) {
    resize(columns);
    Range range = x.range();
    double step = pixelWidth / columns;
    int index = points.firstAtOrAfter(range.low(), 0);
    for (int c = 0; c < columns; c++) {
      first[c] = index;
      double end = c + 1 == columns ? Math.nextUp(range.high()) : x.toValue((c + 1) * step);
      int next = end(points, index, end);
      extent.clear();
      if (next > index) {
        points.extent(index, next, extent);
      }
      mins[c] = extent.min();
      maxs[c] = extent.max();
      nonFinite[c] = extent.nonFinite();
      index = next;
    }
    first[columns] = index;
  }

  /** Looks near first: most columns hold about as many points as the one before. */
  private int end(TraceSnapshot points, int from, double x) {
    int near = (int) Math.min(points.size(), from + 2L * lastCount + 8);
    int end = points.firstAtOrAfter(x, from, near);
    if (end == near) {
      end = points.firstAtOrAfter(x, near);
    }
    lastCount = end - from;
    return end;
  }

  private void resize(int columns) {
    count = columns;
    if (mins.length < columns) {
      first = new int[columns + 1];
      mins = new double[columns];
      maxs = new double[columns];
      nonFinite = new int[columns];
    }
    Arrays.fill(first, 0, columns + 1, 0);
  }

  int count() {
    return count;
  }

  /** Index of the first point of {@code column}; of {@code count()}, the end of the last column. */
  int first(int column) {
    return first[column];
  }

  boolean isEmpty(int column) {
    return first[column] == first[column + 1];
  }

  /** Smallest finite value of {@code column}; positive infinity without one. */
  double min(int column) {
    return mins[column];
  }

  /** Largest finite value of {@code column}; negative infinity without one. */
  double max(int column) {
    return maxs[column];
  }

  int nonFinite(int column) {
    return nonFinite[column];
  }

  boolean hasNonFinite() {
    return Arrays.stream(nonFinite, 0, count).anyMatch(n -> n > 0);
  }

  /** Number of points in all columns. */
  int points() {
    return first[count] - first[0];
  }
}
