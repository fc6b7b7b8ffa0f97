package reidstudio.ui.chart;

import java.util.Arrays;
import java.util.Comparator;

/** Moves labels of one column apart so that none covers another, and keeps them on the chart. */
final class LabelStacker {
  private LabelStacker() {}

  /**
   * Returns the centres, in the order of {@code wanted}, nearest to the wanted ones with at least
   * {@code height} between any two and all labels within {@code [top, bottom]} where they fit.
   */
  static double[] stack(double[] wanted, double height, double top, double bottom) {
    int n = wanted.length;
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> wanted[i]));
    double[] placed = new double[n];
    double limit = top + height / 2;
    for (int i : order) {
      placed[i] = Math.max(wanted[i], limit);
      limit = placed[i] + height;
    }
    limit = bottom - height / 2;
    for (int k = n - 1; k >= 0; k--) {
      int i = order[k];
      placed[i] = Math.min(placed[i], limit);
      limit = placed[i] - height;
    }
    return placed;
  }
}
