package reidstudio.diagnostic.probe;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;

/** A matrix of the device as rows in ordinary memory. */
public final class RowArrays {
  private RowArrays() {}

  /** The rows of {@code matrix}, one read. */
  public static float[][] of(NDArray matrix) {
    int width = Math.toIntExact(matrix.getShape().get(1));
    float[] all = matrix.toFloatArray();
    float[][] rows = new float[Math.toIntExact(matrix.getShape().get(0))][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(all, row * width, (row + 1) * width);
    }
    return rows;
  }
}
