package reidstudio.ui.chart;

/** A closed interval of an axis. */
public record Range(double low, double high) {
  /** Checks that both ends are finite and in order. */
  public Range {
    if (!(low <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
      throw new IllegalArgumentException(
          "A range needs finite low <= high, not " + low + ".." + high);
    }
  }

  /** Length; 0 for a single value. */
  public double span() {
    return high - low;
  }

  /** Whether {@code value} lies inside, ends included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** The smallest range that holds both. */
  public Range union(Range other) {
    return new Range(Math.min(low, other.low), Math.max(high, other.high));
  }

  /** This range grown so that it holds {@code value}. */
  public Range including(double value) {
    return new Range(Math.min(low, value), Math.max(high, value));
  }

  /** The same length, moved up by {@code distance}. */
  public Range shifted(double distance) {
    return new Range(low + distance, high + distance);
  }

  /** Length times {@code factor}, with {@code anchor} staying at its place on the screen. */
  public Range scaledAround(double anchor, double factor) {
    return new Range(anchor + (low - anchor) * factor, anchor + (high - anchor) * factor);
  }
}
