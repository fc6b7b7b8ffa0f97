package reidstudio.diagnostic.rule;

import java.util.Arrays;

/** The newest finite values of a quantity, in a ring. */
final class Recent {
  /** A normal distribution's standard deviation over its median absolute deviation. */
  private static final double SIGMAS_PER_MAD = 1.4826;

  private final double[] ring;
  private long added;

  Recent(int size) {
    ring = new double[size];
  }

  /** Takes in a value; one that is not finite is left out. */
  void add(double value) {
    if (Double.isFinite(value)) {
      ring[(int) (added % ring.length)] = value;
      added++;
    }
  }

  /** Whether as many values were added as there is room for. */
  boolean isFull() {
    return added >= ring.length;
  }

  int capacity() {
    return ring.length;
  }

  int size() {
    return (int) Math.min(added, ring.length);
  }

  /** Values added since the beginning. */
  long added() {
    return added;
  }

  double mean() {
    return Arrays.stream(ring, 0, size()).average().orElse(Double.NaN);
  }

  double sum() {
    return Arrays.stream(ring, 0, size()).sum();
  }

  double min() {
    return Arrays.stream(ring, 0, size()).min().orElse(Double.NaN);
  }

  double max() {
    return Arrays.stream(ring, 0, size()).max().orElse(Double.NaN);
  }

  int countAbove(double limit) {
    return (int) Arrays.stream(ring, 0, size()).filter(value -> value > limit).count();
  }

  double median() {
    return median(Arrays.copyOf(ring, size()));
  }

  /** Robust standard deviation: 1.4826 times the median distance from the median. */
  double deviation() {
    double middle = median();
    double[] distances = Arrays.copyOf(ring, size());
    for (int i = 0; i < distances.length; i++) {
      distances[i] = Math.abs(distances[i] - middle);
    }
    return SIGMAS_PER_MAD * median(distances);
  }

  /** Reorders {@code values}. */
  private static double median(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }
}
