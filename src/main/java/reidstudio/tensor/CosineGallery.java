package reidstudio.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** The rows of a gallery on a device, to be compared with queries, a block of them at a time. */
public final class CosineGallery implements AutoCloseable {
  private final NDManager manager;
  private final float[] unit;
  private final NDArray unit_DxM;
  private final int width;
  private final int size;

  /**
   * Copies the gallery, also to the device of {@code parent}.
   *
   * @param rows M features of D numbers, at least one; M times D fits an int
   */
  public CosineGallery(NDManager parent, float[][] rows) {
    manager = parent.newSubManager();
    size = rows.length;
    width = rows[0].length;
    unit = new float[Math.multiplyExact(size, width)];
    for (int r = 0; r < size; r++) {
      System.arraycopy(unit(rows[r]), 0, unit, r * width, width);
    }
    unit_DxM = manager.create(unit, new Shape(size, width)).transpose();
  }

  /**
   * Cosines of each query; a feature of length 0 has cosine 0 with all.
   *
   * @throws IllegalArgumentException if the features have another width
   */
  public List<Cosines> similarity(float[][] queries) {
    float[][] units = new float[queries.length][];
    float[] flat = new float[queries.length * width];
    for (int q = 0; q < units.length; q++) {
      units[q] = unit(queries[q]);
      System.arraycopy(units[q], 0, flat, q * width, width);
    }
    try (NDManager scope = manager.newSubManager()) {
      NDArray unit_QxD = scope.create(flat, new Shape(units.length, width));
      FloatBuffer all = unit_QxD.matMul(unit_DxM).toByteBuffer().asFloatBuffer();
      List<Cosines> cosines = new ArrayList<>();
      for (int q = 0; q < units.length; q++) {
        float[] quick = new float[size];
        all.get(q * size, quick);
        cosines.add(new Cosines(units[q], unit, quick));
      }
      return cosines;
    }
  }

  private float[] unit(float[] row) {
    if (row.length != width) {
      throw new IllegalArgumentException(
          "A feature has %d numbers, the gallery's have %d.".formatted(row.length, width));
    }
    double squares = 0;
    for (float value : row) {
      squares += (double) value * value;
    }
    double factor = squares == 0 ? 0 : 1 / Math.sqrt(squares);
    float[] unit = new float[width];
    for (int i = 0; i < width; i++) {
      unit[i] = (float) (row[i] * factor);
    }
    return unit;
  }

  @Override
  public void close() {
    manager.close();
  }
}
