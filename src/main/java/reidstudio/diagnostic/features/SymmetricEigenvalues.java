package reidstudio.diagnostic.features;

/**
 * Eigenvalues of a symmetric matrix: brought to three diagonals by Householder's reflections, then
 * found one by one by bisection with Sturm's counts (Golub and Van Loan, "Matrix Computations",
 * 8.3.1 and 8.4.1). 512 rows take a third of a second.
 */
final class SymmetricEigenvalues {
  /** Halvings after which the interval of a double cannot shrink any more. */
  private static final int MOST_HALVINGS = 110;

  private SymmetricEigenvalues() {}

  /**
   * All eigenvalues, ascending.
   *
   * @param matrix n x n and symmetric; it is left as it is
   */
  static double[] of(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
    }
    double[] beside = new double[n];
    for (int k = 0; k < n - 1; k++) {
      beside[k + 1] = reflect(a, k);
    }
    double[] diagonal = new double[n];
    for (int i = 0; i < n; i++) {
      diagonal[i] = a[i][i];
    }
    return new ThreeDiagonals(diagonal, beside).eigenvalues();
  }

  /**
   * Clears column {@code k} below its subdiagonal in the rows and columns behind k; returns what is
   * left there.
   */
  private static double reflect(double[][] a, int k) {
    int n = a.length;
    double[] v = new double[n];
    double squares = 0;
    for (int i = k + 1; i < n; i++) {
      v[i] = a[i][k];
      squares += v[i] * v[i];
    }
    double length = Math.sqrt(squares);
    double left = v[k + 1] > 0 ? -length : length;
    v[k + 1] -= left;
    double norm = Math.sqrt(2 * length * (length + Math.abs(a[k + 1][k])));
    if (norm == 0) {
      return 0;
    }
    for (int i = k + 1; i < n; i++) {
      v[i] /= norm;
    }
    subtractReflection(a, k, v);
    return left;
  }

  /** A becomes H A H with H = I - 2 v v', v of length 1, in the rows and columns behind k. */
  private static void subtractReflection(double[][] a, int k, double[] v) {
    int n = a.length;
    double[] q = new double[n];
    double along = 0;
    for (int i = k + 1; i < n; i++) {
      double[] row = a[i];
      double sum = 0;
      for (int j = k + 1; j < n; j++) {
        sum += row[j] * v[j];
      }
      q[i] = sum;
      along += sum * v[i];
    }
    for (int i = k + 1; i < n; i++) {
      q[i] -= along * v[i];
    }
    for (int i = k + 1; i < n; i++) {
      double[] row = a[i];
      for (int j = k + 1; j < n; j++) {
        row[j] -= 2 * (v[i] * q[j] + q[i] * v[j]);
      }
    }
  }

  /** A symmetric matrix of three diagonals; {@code beside[i]} lies between i - 1 and i. */
  private record ThreeDiagonals(double[] diagonal, double[] beside) {
    double[] eigenvalues() {
      int n = diagonal.length;
      double reach = 0;
      for (int i = 0; i < n; i++) {
        double next = i + 1 < n ? Math.abs(beside[i + 1]) : 0;
        reach = Math.max(reach, Math.abs(diagonal[i]) + Math.abs(beside[i]) + next);
      }
      // beyond the outermost eigenvalues (Gershgorin), also after rounding
      reach += 1e-15 * reach + Double.MIN_NORMAL;
      double[] found = new double[n];
      for (int i = 0; i < n; i++) {
        found[i] = eigenvalue(i, i == 0 ? -reach : found[i - 1], reach);
      }
      return found;
    }

    private double eigenvalue(int index, double from, double to) {
      double low = from;
      double high = to;
      for (int halving = 0; halving < MOST_HALVINGS; halving++) {
        double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) {
          break;
        }
        if (below(middle) > index) {
          high = middle;
        } else {
          low = middle;
        }
      }
      return low;
    }

    /** How many eigenvalues are smaller than {@code x}: the sign changes of Sturm's sequence. */
    private int below(double x) {
      int count = 0;
      double q = 1;
      for (int i = 0; i < diagonal.length; i++) {
        double square = beside[i] * beside[i];
        q = diagonal[i] - x - (i == 0 ? 0 : square / q);
        if (q == 0) {
          q = Double.MIN_NORMAL;
        }
        if (q < 0) {
          count++;
        }
      }
      return count;
    }
  }
}
