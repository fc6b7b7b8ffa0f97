package reidstudio.store;

/**
 * Exponential moving average of a series over all its points, corrected for its start:
 *
 * <pre>s_i = f s_(i-1) + (1 - f) y_i,   w_i = f w_(i-1) + (1 - f),   value_i = s_i / w_i</pre>
 *
 * (Kingma and Ba, Adam, 2015, section 3). A value that is not finite leaves the average as it was.
 *
 * <p>Only the state in front of every 64th point is kept. It is extended by whoever reads, under a
 * lock that the writer of the series never takes.
 */
public final class SmoothedSeries {
  private static final int BLOCK = 64;

  private final Series series;
  private final double factor;
  private final DoubleColumn sums = new DoubleColumn();
  private final DoubleColumn weights = new DoubleColumn();
  private int blocks = 1;
  private double sum;
  private double weight;

  SmoothedSeries(Series series, double factor) {
    if (!(factor >= 0 && factor < 1)) {
      throw new IllegalArgumentException(
          "smoothing is " + factor + ", allowed is 0 to less than 1");
    }
    this.series = series;
    this.factor = factor;
    sums.put(0, 0);
    weights.put(0, 0);
  }

  /** Share of the past. */
  public double factor() {
    return factor;
  }

  /**
   * The average at the point {@code index} of the series; NaN as long as there was no finite value.
   */
  public synchronized double valueAt(int index) {
    int block = index / BLOCK;
    while (blocks <= block) {
      advance(blocks - 1, blocks * BLOCK);
      sums.put(blocks, sum);
      weights.put(blocks, weight);
      blocks++;
    }
    advance(block, index + 1);
    return weight == 0 ? Double.NaN : sum / weight;
  }

  /**
   * About {@code about} points of the line between {@code from} and {@code to}, and the neighbours
   * outside, so that the line leaves the picture at its edges. Points are taken at multiples of a
   * power of two, so that they stay where they are while the series grows.
   */
  public void points(XAxis axis, double from, double to, int about, PointSink sink) {
    int end = series.size();
    if (end == 0) {
      return;
    }
    int first = Math.max(0, Math.min(series.firstAtOrAfter(axis, from), end) - 1);
    int last = Math.min(end - 1, series.firstAtOrAfter(axis, Math.nextUp(to)));
    int stride = Integer.highestOneBit(Math.max(1, (last - first) / Math.max(1, about)));
    for (int i = first; i < last; i = (i / stride + 1) * stride) {
      sink.point(series.x(axis, i), valueAt(i));
    }
    sink.point(series.x(axis, last), valueAt(last));
  }

  private void advance(int block, int end) {
    double s = sums.get(block);
    double w = weights.get(block);
    for (int i = block * BLOCK; i < end; i++) {
      double value = series.value(i);
      if (Double.isFinite(value)) {
        s = factor * s + (1 - factor) * value;
        w = factor * w + (1 - factor);
      }
    }
    sum = s;
    weight = w;
  }
}
