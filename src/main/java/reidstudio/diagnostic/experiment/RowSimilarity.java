package reidstudio.diagnostic.experiment;

/** Mean cosine between the rows of two arrays of the same shape. */
final class RowSimilarity {
  private RowSimilarity() {}

  /**
   * The mean over the first {@code rows} rows.
   *
   * @param one rows of {@code width} numbers, flattened
   * @param other the same rows, seen otherwise
   */
  static double of(float[] one, float[] other, int rows, int width) {
    return of(one, other, rows, width, new double[width]);
  }

  /** As {@link #of(float[], float[], int, int)}, after {@code origin} is taken off every row. */
  static double of(float[] one, float[] other, int rows, int width, double[] origin) {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      double dot = 0;
      double ones = 0;
      double others = 0;
      for (int i = 0; i < width; i++) {
        double a = one[row * width + i] - origin[i];
        double b = other[row * width + i] - origin[i];
        dot += a * b;
        ones += a * a;
        others += b * b;
      }
      sum += dot / Math.sqrt(Math.max(ones * others, 1e-24));
    }
    return sum / rows;
  }

  /** Mean of the first {@code rows} rows. */
  static double[] mean(float[] values, int rows, int width) {
    double[] mean = new double[width];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < width; i++) {
        mean[i] += values[row * width + i] / (double) rows;
      }
    }
    return mean;
  }
}
