package reidstudio.store;

/** Gathers smallest and largest finite value of many points; reusable. */
public final class RangeSummary {
  private double min;
  private double max;
  private int nonFinite;

  /** Creates an empty summary. */
  public RangeSummary() {
    clear();
  }

  /** Forgets everything. */
  public void clear() {
    min = Double.POSITIVE_INFINITY;
    max = Double.NEGATIVE_INFINITY;
    nonFinite = 0;
  }

  void add(double value) {
    if (Double.isFinite(value)) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    } else {
      nonFinite++;
    }
  }

  void add(double groupMin, double groupMax, int groupNonFinite) {
    min = Math.min(min, groupMin);
    max = Math.max(max, groupMax);
    nonFinite += groupNonFinite;
  }

  /** Smallest finite value; positive infinity if there is none. */
  public double min() {
    return min;
  }

  /** Largest finite value; negative infinity if there is none. */
  public double max() {
    return max;
  }

  /** How many values were NaN or infinite. */
  public int nonFinite() {
    return nonFinite;
  }
}
