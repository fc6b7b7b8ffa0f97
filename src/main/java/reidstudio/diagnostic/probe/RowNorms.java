package reidstudio.diagnostic.probe;

/**
 * L2 norms of rows.
 *
 * @param rows how many
 * @param smallest of them
 * @param mean of them; NaN without rows
 */
public record RowNorms(int rows, double smallest, double mean) {

  /** Of all rows of a matrix. */
  public static RowNorms of(float[][] matrix) {
    return of(matrix, 0);
  }

  /** Of at most {@code most} rows at the end of a matrix. */
  public static RowNorms ofLast(float[][] matrix, int most) {
    return of(matrix, Math.max(0, matrix.length - most));
  }

  private static RowNorms of(float[][] matrix, int first) {
    double smallest = Double.POSITIVE_INFINITY;
    double sum = 0;
    for (int row = first; row < matrix.length; row++) {
      double norm = norm(matrix[row]);
      smallest = Math.min(smallest, norm);
      sum += norm;
    }
    int rows = matrix.length - first;
    return new RowNorms(rows, smallest, sum / rows);
  }

  private static double norm(float[] row) {
    double squares = 0;
    for (float value : row) {
      squares += value * (double) value;
    }
    return Math.sqrt(squares);
  }
}
