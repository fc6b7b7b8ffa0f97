package reidstudio.ui.chart;

import java.util.Arrays;

/**
 * The debiased exponential moving average of a trace, over all its points:
 *
 * <pre>s_i = f s_(i-1) + (1 - f) y_i,   w_i = f w_(i-1) + (1 - f),   value_i = s_i / w_i</pre>
 *
 * (the bias correction of Kingma and Ba, Adam, 2015, section 3). Non-finite points leave the
 * average as it was. Only the state in front of every 64th point is kept; a value in between is at
 * most 64 steps away, so a million points cost 250 kB and a frame's few hundred values next to
 * nothing.
 */
final class SmoothedTrace {
  private static final int BLOCK = 64;

  private double factor = Double.NaN;
  private double[] sums = new double[16];
  private double[] weights = new double[16];
  private int blocks;

  /** Folds in points that are new since the last call; starts over if the factor changed. */
  void follow(TraceSnapshot points, double newFactor) {
    if (newFactor != factor || points.size() < (blocks - 1) * BLOCK) {
      factor = newFactor;
      blocks = 1;
    }
    int complete = points.size() / BLOCK + 1;
    if (complete > sums.length) {
      int room = Math.max(complete, sums.length * 2);
      sums = Arrays.copyOf(sums, room);
      weights = Arrays.copyOf(weights, room);
    }
    while (blocks < complete) {
      double sum = sums[blocks - 1];
      double weight = weights[blocks - 1];
      for (int i = (blocks - 1) * BLOCK; i < blocks * BLOCK; i++) {
        double y = points.y(i);
        if (Double.isFinite(y)) {
          sum = factor * sum + (1 - factor) * y;
          weight = factor * weight + (1 - factor);
        }
      }
      sums[blocks] = sum;
      weights[blocks] = weight;
      blocks++;
    }
  }

  /**
   * The average at the point {@code index} of the trace last followed; NaN as long as there was no
   * finite point, and for a point that was not followed yet.
   */
  double valueAt(TraceSnapshot points, int index) {
    if (factor == 0) {
      return points.y(index);
    }
    int block = index / BLOCK;
    if (block >= blocks) {
      return Double.NaN; // nobody has followed the trace that far, as before its first frame
    }
    double sum = sums[block];
    double weight = weights[block];
    for (int i = block * BLOCK; i <= index; i++) {
      double y = points.y(i);
      if (Double.isFinite(y)) {
        sum = factor * sum + (1 - factor) * y;
        weight = factor * weight + (1 - factor);
      }
    }
    return weight == 0 ? Double.NaN : sum / weight;
  }
}
