package reidstudio.ui.chart;

/**
 * An immutable sequence of points {@code (x, y)}. x never decreases and is finite, but need not be
 * equidistant; y may be NaN or infinite.
 */
public interface TraceSnapshot {
  /** Number of points. */
  int size();

  /** x of the point at {@code index}, which is in {@code [0, size)}. */
  double x(int index);

  /** y of the point at {@code index}, which is in {@code [0, size)}; may be non-finite. */
  double y(int index);

  /**
   * Adds the points with indices in {@code [from, to)} to {@code into}. Must be far cheaper than
   * one look at every point: it is asked once per pixel column.
   */
  void extent(int from, int to, Extent into);

  /** Whether there is no point at all. */
  default boolean isEmpty() {
    return size() == 0;
  }

  /** The first index from {@code from} on whose x is at least {@code x}; else the size. */
  default int firstAtOrAfter(double x, int from) {
    return firstAtOrAfter(x, from, size());
  }

  /** The first index in {@code [from, to)} whose x is at least {@code x}; else {@code to}. */
  default int firstAtOrAfter(double x, int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (x(middle) < x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The index of the point nearest to {@code x}, the earlier one on a tie; -1 without points. */
  default int nearest(double x) {
    int after = firstAtOrAfter(x, 0);
    if (after == 0) {
      return isEmpty() ? -1 : 0;
    }
    if (after == size()) {
      return after - 1;
    }
    return x - x(after - 1) <= x(after) - x ? after - 1 : after;
  }

  /** The value at {@code x} on the straight line between the points beside it; NaN without any. */
  default double between(double x) {
    if (isEmpty()) {
      return Double.NaN;
    }
    int after = Math.min(size() - 1, firstAtOrAfter(x, 0));
    int before = Math.max(0, after - 1);
    double span = x(after) - x(before);
    double share = span > 0 ? Math.min(1, (x - x(before)) / span) : 1;
    return y(before) + share * (y(after) - y(before));
  }
}
