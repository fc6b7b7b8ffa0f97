package reidstudio.ui.chart;

/**
 * Collects the smallest and largest finite value of many points, and how many were not finite. A
 * reusable accumulator, so that asking for a thousand pixel columns allocates nothing.
 */
public final class Extent {
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private int nonFinite;

  /** Forgets everything. */
  public void clear() {
    min = Double.POSITIVE_INFINITY;
    max = Double.NEGATIVE_INFINITY;
    nonFinite = 0;
  }

  /** Adds one value. */
  public void add(double value) {
    if (Double.isFinite(value)) {
      widen(value, value);
    } else {
      nonFinite++;
    }
  }

  /** Adds a group of points already summed up; an empty group has {@code min > max}. */
  public void add(double groupMin, double groupMax, int groupNonFinite) {
    widen(groupMin, groupMax);
    nonFinite += groupNonFinite;
  }

  /** Comparisons, for there is no NaN: Math.min cares for it and takes half of a frame. */
  private void widen(double low, double high) {
    if (low < min) {
      min = low;
    }
    if (high > max) {
      max = high;
    }
  }

  /** Smallest finite value; positive infinity if there was none. */
  public double min() {
    return min;
  }

  /** Largest finite value; negative infinity if there was none. */
  public double max() {
    return max;
  }

  /** How many values were NaN or infinite. */
  public int nonFinite() {
    return nonFinite;
  }

  /** Whether at least one finite value was added. */
  public boolean hasFinite() {
    return min <= max;
  }
}
