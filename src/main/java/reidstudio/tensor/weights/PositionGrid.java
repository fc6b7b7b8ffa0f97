package reidstudio.tensor.weights;

import java.util.Arrays;

/**
 * The grid of patches that a table of learned positions belongs to.
 *
 * <p>A table is [1 + height * width, width of the model]: the class token's row, then one row per
 * patch, row by row of the picture.
 */
public record PositionGrid(int height, int width) {
  public PositionGrid {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException("a grid of " + height + " x " + width + " has no patch");
    }
  }

  /**
   * The square grid of a table, as a model trained on square pictures has it.
   *
   * @throws IllegalArgumentException if the rows below the first do not make a square
   */
  public static PositionGrid squareOf(HostTensor table) {
    long patches = table.shape().length == 2 ? table.shape()[0] - 1 : 0;
    int side = (int) Math.round(Math.sqrt((double) patches));
    if (side < 1 || (long) side * side != patches) {
      throw new IllegalArgumentException(
          Arrays.toString(table.shape()) + " is no table of a class token and a square of patches");
    }
    return new PositionGrid(side, side);
  }

  /** Rows of a table for this grid. */
  public int rows() {
    return 1 + height * width;
  }

  /**
   * The table of this grid, resized to {@code to}: bilinear between the centres of patches and
   * constant beyond the outermost ones, the class token's row as it is. The same numbers as PyTorch
   * {@code interpolate(mode="bilinear", align_corners=False, antialias=False)} on the grid.
   *
   * @param table [{@link #rows}, n]
   * @return [{@code to.rows()}, n]
   * @throws IllegalArgumentException if {@code table} has other rows
   */
  public HostTensor resized(HostTensor table, PositionGrid to) {
    long[] shape = table.shape();
    if (shape.length != 2 || shape[0] != rows()) {
      throw new IllegalArgumentException(
          Arrays.toString(shape) + " is no table of " + rows() + " positions");
    }
    int n = (int) shape[1];
    float[] resized = new float[Math.multiplyExact(to.rows(), n)];
    System.arraycopy(table.values(), 0, resized, 0, n);
    for (int y = 0; y < to.height; y++) {
      Between row = Between.of(y, height, to.height);
      for (int x = 0; x < to.width; x++) {
        Between column = Between.of(x, width, to.width);
        int target = (1 + y * to.width + x) * n;
        for (int i = 0; i < n; i++) {
          double above = at(table.values(), n, row.first, column, i);
          double below = at(table.values(), n, row.second, column, i);
          resized[target + i] = (float) row.mix(above, below);
        }
      }
    }
    return new HostTensor(resized, new long[] {to.rows(), n});
  }

  /** A value in row {@code y} of the grid, between two columns. */
  private double at(float[] table, int n, int y, Between column, int i) {
    int row = 1 + y * width;
    float left = table[(row + column.first) * n + i];
    float right = table[(row + column.second) * n + i];
    return column.mix(left, right);
  }

  /** A place between two neighbours along one axis, {@code share} of the way to the second. */
  private record Between(int first, int second, double share) {
    static Between of(int place, int from, int to) {
      double source = Math.max(0, (place + 0.5) * from / to - 0.5);
      int first = Math.min((int) source, from - 1);
      return new Between(first, Math.min(first + 1, from - 1), source - first);
    }

    double mix(double one, double other) {
      return one + share * (other - one);
    }
  }
}
