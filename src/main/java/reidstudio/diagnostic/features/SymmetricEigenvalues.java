package reidstudio.diagnostic.features;

/** Eigenvalues of a symmetric matrix by Jacobi's rotations, for matrices of up to some hundreds. */
final class SymmetricEigenvalues {
  /** A matrix of 256 rows needs about 10. */
  private static final int MOST_SWEEPS = 30;

  /** Of the sum of squares: what is left beside the diagonal is then below double precision. */
  private static final double DONE = 1e-22;

  private SymmetricEigenvalues() {}

  /**
   * All eigenvalues, in no order.
   *
   * @param matrix n x n and symmetric; it is left as it is
   */
  static double[] of(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    double all = 0;
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      for (double value : a[i]) {
        all += value * value;
      }
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && besideDiagonal(a) > DONE * all; sweep++) {
      for (int p = 0; p < n - 1; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, p, q);
        }
      }
    }
    double[] eigenvalues = new double[n];
    for (int i = 0; i < n; i++) {
      eigenvalues[i] = a[i][i];
    }
    return eigenvalues;
  }

  private static double besideDiagonal(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += 2 * a[i][j] * a[i][j];
      }
    }
    return sum;
  }

  /**
   * Makes a[p][q] zero (Golub and Van Loan, "Matrix Computations", the symmetric Schur problem).
   */
  private static void rotate(double[][] a, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(1 + theta * theta));
    double c = 1 / Math.sqrt(1 + t * t);
    double s = t * c;
    double[] rowP = a[p];
    double[] rowQ = a[q];
    for (int k = 0; k < a.length; k++) {
      double kp = rowP[k];
      double kq = rowQ[k];
      rowP[k] = c * kp - s * kq;
      rowQ[k] = s * kp + c * kq;
    }
    for (double[] row : a) {
      double kp = row[p];
      double kq = row[q];
      row[p] = c * kp - s * kq;
      row[q] = s * kp + c * kq;
    }
  }
}
