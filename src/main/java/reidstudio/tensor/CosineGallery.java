package reidstudio.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;

/** The rows of a gallery on a device, to be compared with queries, a block of them at a time. */
public final class CosineGallery implements AutoCloseable {
  private final NDManager manager;
  private final NDArray unit_DxM;
  private final int width;
  private final int size;

  /**
   * Copies the gallery to the device of {@code parent}.
   *
   * @param rows M features of D numbers, at least one
   */
  public CosineGallery(NDManager parent, float[][] rows) {
    manager = parent.newSubManager();
    size = rows.length;
    width = rows[0].length;
    unit_DxM = unit(manager, rows).transpose();
  }

  /**
   * Cosine of each query with each gallery row, [Q][M]; a feature of length 0 has cosine 0 with
   * all.
   *
   * @throws IllegalArgumentException if the features have another width
   */
  public float[][] similarity(float[][] queries) {
    try (NDManager scope = manager.newSubManager()) {
      FloatBuffer all = unit(scope, queries).matMul(unit_DxM).toByteBuffer().asFloatBuffer();
      float[][] rows = new float[queries.length][size];
      for (int q = 0; q < rows.length; q++) {
        all.get(q * size, rows[q]);
      }
      return rows;
    }
  }

  private NDArray unit(NDManager owner, float[][] rows) {
    float[] flat = new float[rows.length * width];
    for (int r = 0; r < rows.length; r++) {
      if (rows[r].length != width) {
        throw new IllegalArgumentException(
            "A feature has %d numbers, the gallery's have %d.".formatted(rows[r].length, width));
      }
      double squares = 0;
      for (float value : rows[r]) {
        squares += (double) value * value;
      }
      double factor = squares == 0 ? 0 : 1 / Math.sqrt(squares);
      for (int i = 0; i < width; i++) {
        flat[r * width + i] = (float) (rows[r][i] * factor);
      }
    }
    return owner.create(flat, new Shape(rows.length, width));
  }

  @Override
  public void close() {
    manager.close();
  }
}
