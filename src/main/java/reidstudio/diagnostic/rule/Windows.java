package reidstudio.diagnostic.rule;

import java.util.ArrayList;
import java.util.List;

/** Medians of a quantity over windows of equal length, one after the other, from the beginning. */
final class Windows {
  /** Medians kept; the oldest go first. */
  private static final int MOST = 2_000;

  private final Recent window;
  private final List<Double> medians = new ArrayList<>();

  Windows(int length) {
    window = new Recent(length);
  }

  void add(double value) {
    long before = window.added();
    window.add(value);
    boolean ends = window.added() > before && window.isFull() && window.added() % length() == 0;
    if (ends) {
      if (medians.size() == MOST) {
        medians.remove(0);
      }
      medians.add(window.median());
    }
  }

  int length() {
    return window.capacity();
  }

  /** Complete windows. */
  int count() {
    return medians.size();
  }

  /** Median of a window; 0 is the newest, 1 the one before. */
  double back(int windows) {
    return medians.get(medians.size() - 1 - windows);
  }

  double first() {
    return medians.get(0);
  }

  /** The smallest median so far; NaN before the first. */
  double lowest() {
    return medians.stream().mapToDouble(m -> m).min().orElse(Double.NaN);
  }
}
