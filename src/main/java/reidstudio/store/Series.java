package reidstudio.store;

import java.util.Optional;

/**
 * The values of one metric of one run, in the order of their steps; nothing is ever changed or
 * thinned out. NaN and infinities are kept.
 *
 * <p>Thread: one writer, any number of readers, no lock. The writer fills the cells of a point
 * (value, row, full pyramid blocks) and then publishes it by the volatile write of {@link #size()};
 * no published cell is written again. A reader takes {@code size} once and looks only at indices
 * below it, so what it sees is a consistent prefix, however far the writer has gone meanwhile.
 */
public final class Series {
  private final Timeline timeline;
  private final DoubleColumn values = new DoubleColumn();
  private final RowIndex rows = new RowIndex();
  private final Pyramid pyramid = new Pyramid();
  private volatile int size;
  private volatile SmoothedSeries smoothed = new SmoothedSeries(this, 0);

  /** An empty series over the steps of {@code timeline}. */
  public Series(Timeline timeline) {
    this.timeline = timeline;
  }

  /**
   * Adds the value that was measured at the newest step of the timeline.
   *
   * @throws IllegalStateException if there is no step without a value
   */
  public void append(double value) {
    int row = timeline.size() - 1;
    int index = size;
    if (row < 0 || (index > 0 && rows.at(index - 1) == row)) {
      throw new IllegalStateException("the timeline has no step that lacks a value of this series");
    }
    rows.put(index, row);
    values.put(index, value);
    pyramid.add(index, value);
    size = index + 1;
  }

  /** Number of points. */
  public int size() {
    return size;
  }

  /** Whether nothing was measured yet. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Differs whenever the series differs; cheap. */
  public long version() {
    return size;
  }

  /** Place of the point at {@code index}, which is in {@code [0, size)}; never decreases. */
  public double x(XAxis axis, int index) {
    return timeline.x(axis, rows.at(index));
  }

  /** Value of the point at {@code index}, which is in {@code [0, size)}. */
  public double value(int index) {
    return values.get(index);
  }

  /** Adds the points with indices in {@code [from, to)} to {@code into}, in logarithmic time. */
  public void summarize(int from, int to, RangeSummary into) {
    pyramid.summarize(values, from, to, into);
  }

  /** Index of the first point whose place is at least {@code x}; {@code size} if there is none. */
  public int firstAtOrAfter(XAxis axis, double x) {
    return firstAtOrAfter(axis, x, 0, size);
  }

  /**
   * Cuts {@code [from, to]} into equal columns and sums up the points of each. Columns without
   * points are left out.
   *
   * @return number of points in the range
   * @throws IllegalArgumentException if the range is empty or no range
   */
  public int columns(XAxis axis, double from, double to, int columns, ColumnSink sink) {
    if (!(from <= to) || columns < 1) {
      throw new IllegalArgumentException(columns + " columns from " + from + " to " + to);
    }
    int end = size;
    int begin = firstAtOrAfter(axis, from, 0, end);
    int left = begin;
    RangeSummary summary = new RangeSummary();
    for (int c = 0; c < columns && left < end; c++) {
      double edge =
          c + 1 == columns ? Math.nextUp(to) : from + (to - from) * ((double) (c + 1) / columns);
      int right = firstAtOrAfter(axis, edge, left, end);
      if (right > left) {
        summary.clear();
        summarize(left, right, summary);
        sink.column(
            c,
            summary.min(),
            summary.max(),
            value(left),
            value(right - 1),
            right - left,
            summary.nonFinite());
      }
      left = right;
    }
    return left - begin;
  }

  /** The point nearest to {@code x}, the earlier one on a tie; empty without points. */
  public Optional<Reading> nearest(XAxis axis, double x, double smoothing) {
    int end = size;
    if (end == 0) {
      return Optional.empty();
    }
    int index = firstAtOrAfter(axis, x, 0, end);
    if (index == end || (index > 0 && x - x(axis, index - 1) <= x(axis, index) - x)) {
      index--;
    }
    return Optional.of(
        new Reading(
            (long) x(XAxis.STEP, index),
            x(XAxis.EPOCH, index),
            x(XAxis.SECONDS, index),
            value(index),
            smoothed(smoothing).valueAt(index)));
  }

  /**
   * The smoothed line, which grows with the series. The one asked for last is kept; another factor
   * starts a new one.
   *
   * @param factor share of the past, 0 (no smoothing) to less than 1
   */
  public SmoothedSeries smoothed(double factor) {
    SmoothedSeries current = smoothed;
    if (current.factor() != factor) {
      current = new SmoothedSeries(this, factor);
      smoothed = current;
    }
    return current;
  }

  private int firstAtOrAfter(XAxis axis, double x, int from, int end) {
    int low = from;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (x(axis, middle) < x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
