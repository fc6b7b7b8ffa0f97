package reidstudio.diagnostic.features;

import java.util.Arrays;

/**
 * The plane in which points spread most: their first two principal components (Pearson, 1901).
 * Equal points give equal answers, signs included.
 *
 * @param coordinates [N][2], from the centre of the points
 * @param share of the points' variance that each axis holds, [2]
 */
record PrincipalPlane(double[][] coordinates, double[] share) {
  private static final int MOST_ROUNDS = 1000;
  private static final double DONE = 1e-14;

  /** Of an N x D matrix, D at least 1. */
  static PrincipalPlane of(double[][] points) {
    int width = points[0].length;
    double[] mean = new double[width];
    for (double[] point : points) {
      for (int d = 0; d < width; d++) {
        mean[d] += point[d] / points.length;
      }
    }
    double[][] covariance = covariance(points, mean);
    double all = 0;
    for (int d = 0; d < width; d++) {
      all += covariance[d][d];
    }
    double[] first = axis(covariance, new double[0]);
    double[] second = axis(covariance, first);
    double[][] coordinates = new double[points.length][];
    for (int i = 0; i < points.length; i++) {
      coordinates[i] = new double[] {along(points[i], mean, first), along(points[i], mean, second)};
    }
    return new PrincipalPlane(
        coordinates,
        all > 0
            ? new double[] {variance(covariance, first) / all, variance(covariance, second) / all}
            : new double[2]);
  }

  private static double[][] covariance(double[][] points, double[] mean) {
    int width = mean.length;
    double[][] covariance = new double[width][width];
    double[] apart = new double[width];
    for (double[] point : points) {
      for (int d = 0; d < width; d++) {
        apart[d] = point[d] - mean[d];
      }
      for (int i = 0; i < width; i++) {
        for (int j = 0; j < width; j++) {
          covariance[i][j] += apart[i] * apart[j] / points.length;
        }
      }
    }
    return covariance;
  }

  /**
   * Largest eigenvector at right angles to {@code other}, by power iteration; 0 if none is left.
   */
  private static double[] axis(double[][] matrix, double[] other) {
    // a row of the matrix has a part along every eigenvector that matters to its diagonal
    double[] v = start(matrix, other);
    if (!unit(v, other)) {
      return new double[v.length];
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] next = new double[v.length];
      for (int i = 0; i < v.length; i++) {
        next[i] = dot(matrix[i], v);
      }
      if (!unit(next, other)) {
        return new double[v.length];
      }
      double moved = 1 - Math.abs(dot(next, v));
      v = next;
      if (moved < DONE) {
        break;
      }
    }
    return signed(v);
  }

  /** Of all rows, at right angles to {@code other}, the longest. */
  private static double[] start(double[][] matrix, double[] other) {
    double[] longest = new double[matrix.length];
    for (double[] row : matrix) {
      double[] v = row.clone();
      remove(v, other);
      if (dot(v, v) > dot(longest, longest)) {
        longest = v;
      }
    }
    return longest;
  }

  private static boolean unit(double[] v, double[] other) {
    remove(v, other);
    double length = Math.sqrt(dot(v, v));
    for (int i = 0; i < v.length; i++) {
      v[i] /= length;
    }
    return length > Double.MIN_NORMAL;
  }

  private static void remove(double[] v, double[] other) {
    if (other.length > 0) {
      double part = dot(v, other);
      for (int i = 0; i < v.length; i++) {
        v[i] -= part * other[i];
      }
    }
  }

  /** Its number of largest size is positive. */
  private static double[] signed(double[] v) {
    double largest = Arrays.stream(v).reduce(0, (a, b) -> Math.abs(b) > Math.abs(a) ? b : a);
    return largest < 0 ? Arrays.stream(v).map(x -> -x).toArray() : v;
  }

  private static double variance(double[][] covariance, double[] axis) {
    double sum = 0;
    for (int i = 0; i < axis.length; i++) {
      sum += axis[i] * dot(covariance[i], axis);
    }
    return sum;
  }

  private static double along(double[] point, double[] mean, double[] axis) {
    double sum = 0;
    for (int d = 0; d < axis.length; d++) {
      sum += (point[d] - mean[d]) * axis[d];
    }
    return sum;
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
