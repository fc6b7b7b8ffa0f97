package reidstudio.diagnostic.features;

import java.util.Arrays;

/**
 * Rows brought to length 1, and how they lie to one another. Rows that are zero are left out: they
 * have no direction.
 */
final class UnitRows {
  private static final double ZERO = 1e-12;

  private final double[][] rows;

  private UnitRows(double[][] rows) {
    this.rows = rows;
  }

  /** Of an N x D matrix. */
  static UnitRows of(float[][] matrix) {
    return new UnitRows(
        Arrays.stream(matrix)
            .map(UnitRows::unit)
            .filter(row -> row.length > 0)
            .toArray(double[][]::new));
  }

  private static double[] unit(float[] row) {
    double squares = 0;
    for (float value : row) {
      squares += value * (double) value;
    }
    double norm = Math.sqrt(squares);
    if (!(norm > ZERO) || !Double.isFinite(norm)) {
      return new double[0];
    }
    double[] unit = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      unit[i] = row[i] / norm;
    }
    return unit;
  }

  /** Number of rows. */
  int size() {
    return rows.length;
  }

  /** Numbers of a row; 0 without rows. */
  int width() {
    return rows.length == 0 ? 0 : rows[0].length;
  }

  /** Mean of the rows, [D]; its length is 1 if all point the same way. */
  double[] mean() {
    double[] mean = new double[width()];
    for (double[] row : rows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i] / rows.length;
      }
    }
    return mean;
  }

  /** Mean cosine of two different rows; NaN for fewer than two. */
  double meanCosine() {
    double n = rows.length;
    // |sum of rows|^2 is the sum over all pairs, n of which are a row with itself
    return (n * n * dot(mean(), mean()) - n) / (n * (n - 1));
  }

  /**
   * Root of D times the root mean square deviation of a number from its mean over rows: 1 for rows
   * that point anywhere, 0 for rows that point the same way.
   */
  double spread() {
    return Math.sqrt(Math.max(0, 1 - dot(mean(), mean())));
  }

  /**
   * The exponential of the entropy of the singular values (Roy and Vetterli on the effective rank,
   * 2007): 4 if the rows spread evenly over 4 dimensions. At most the smaller of N and D.
   */
  double effectiveRank() {
    double[] singular =
        Arrays.stream(SymmetricEigenvalues.of(smallerGram()))
            .map(v -> Math.sqrt(Math.max(0, v)))
            .toArray();
    double sum = Arrays.stream(singular).sum();
    double entropy =
        Arrays.stream(singular)
            .map(value -> value / sum)
            .map(share -> share > 0 ? -share * Math.log(share) : 0)
            .sum();
    return Math.exp(entropy);
  }

  /** Of rows or of columns, whichever are fewer: both have the same eigenvalues beside zeros. */
  private double[][] smallerGram() {
    int n = rows.length;
    int width = width();
    if (n <= width) {
      double[][] gram = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          gram[i][j] = dot(rows[i], rows[j]);
          gram[j][i] = gram[i][j];
        }
      }
      return gram;
    }
    double[][] gram = new double[width][width];
    for (double[] row : rows) {
      for (int i = 0; i < width; i++) {
        for (int j = 0; j < width; j++) {
          gram[i][j] += row[i] * row[j];
        }
      }
    }
    return gram;
  }

  /** Cosine of the angle between two vectors. */
  static double cosine(double[] one, double[] other) {
    return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
