package reidstudio.diagnostic.experiment;

import java.util.Arrays;
import java.util.List;

/**
 * How often a pair of one identity is more alike than a pair of two: the area under the receiver
 * operating characteristic, 0.5 for features that know nothing and 1 for perfect ones.
 */
final class PairOrder {
  /**
   * Rows to be compared.
   *
   * @param rows of length 1
   * @param labels of the rows
   */
  record Rows(List<float[]> rows, List<Integer> labels) {}

  private final double[] same;
  private final double[] different;

  private PairOrder(double[] same, double[] different) {
    this.same = same;
    this.different = different;
    Arrays.sort(same);
    Arrays.sort(different);
  }

  /** The same rows under labels that are {@code by} higher. */
  static Rows shifted(Rows rows, int by) {
    return new Rows(rows.rows(), rows.labels().stream().map(label -> label + by).toList());
  }

  /** Every two different rows of {@code one}. */
  static PairOrder within(Rows one) {
    return of(one, one, true);
  }

  /** Every row of {@code one} with every row of {@code other}. */
  static PairOrder between(Rows one, Rows other) {
    return of(one, other, false);
  }

  private static PairOrder of(Rows one, Rows other, boolean upper) {
    int most = one.rows().size() * other.rows().size();
    double[] same = new double[most];
    double[] different = new double[most];
    int sames = 0;
    int differents = 0;
    for (int i = 0; i < one.rows().size(); i++) {
      for (int j = upper ? i + 1 : 0; j < other.rows().size(); j++) {
        double cosine = dot(one.rows().get(i), other.rows().get(j));
        if (one.labels().get(i).equals(other.labels().get(j))) {
          same[sames++] = cosine;
        } else {
          different[differents++] = cosine;
        }
      }
    }
    return new PairOrder(Arrays.copyOf(same, sames), Arrays.copyOf(different, differents));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * (double) b[i];
    }
    return sum;
  }

  /** Pairs of one identity. */
  int samePairs() {
    return same.length;
  }

  /** Whether there are pairs of both kinds. */
  boolean isKnown() {
    return same.length > 0 && different.length > 0;
  }

  /** The area; equal similarities count half. */
  double area() {
    double wins = 0;
    int below = 0;
    int notAbove = 0;
    for (double value : same) {
      while (below < different.length && different[below] < value) {
        below++;
      }
      while (notAbove < different.length && different[notAbove] <= value) {
        notAbove++;
      }
      wins += (below + notAbove) / 2.0;
    }
    return wins / ((double) same.length * different.length);
  }
}
