package reidstudio.cli;

import reidstudio.store.Series;

/**
 * The two ends of a run in one quantity: means over ten steps, because a single batch says little.
 *
 * @param series the quantity
 */
record TenSteps(Series series) {
  private static final int STEPS = 10;

  /** Mean of the first ten values; of all if there are fewer, NaN if there are none. */
  double first() {
    return mean(0, Math.min(STEPS, series.size()));
  }

  /** Mean of the last ten values; of all if there are fewer, NaN if there are none. */
  double last() {
    int size = series.size();
    return mean(Math.max(0, size - STEPS), size);
  }

  private double mean(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += series.value(i);
    }
    return sum / (to - from);
  }
}
