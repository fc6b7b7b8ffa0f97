package reidstudio.tensor.weights;

import java.util.Arrays;
import java.util.List;

/**
 * An array in Java memory.
 *
 * @param values row-major; not copied, so that the largest table exists once
 * @param shape its lengths; empty for a scalar
 */
public record HostTensor(float[] values, long[] shape) {
  public HostTensor {
    shape = shape.clone();
    long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    if (values.length != size) {
      throw new IllegalArgumentException(
          values.length + " values do not make " + Arrays.toString(shape));
    }
  }

  @Override
  public long[] shape() {
    return shape.clone();
  }

  /** Maps [rows, columns] to [columns, rows]. */
  public HostTensor transposed() {
    if (shape.length != 2) {
      throw new IllegalArgumentException(Arrays.toString(shape) + " is no matrix");
    }
    int rows = (int) shape[0];
    int columns = (int) shape[1];
    float[] turned = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = values[row * columns + column];
      }
    }
    return new HostTensor(turned, new long[] {columns, rows});
  }

  /**
   * Puts arrays below each other: [a, ...], [b, ...] to [a + b, ...].
   *
   * @throws IllegalArgumentException if they differ in more than the first length
   */
  public static HostTensor concatenated(List<HostTensor> parts) {
    long[] shape = parts.get(0).shape();
    shape[0] = 0;
    int size = 0;
    for (HostTensor part : parts) {
      if (!sameRows(part.shape, shape)) {
        throw new IllegalArgumentException("the rows of the parts differ in shape");
      }
      shape[0] += part.shape[0];
      size = Math.addExact(size, part.values.length);
    }
    float[] all = new float[size];
    int at = 0;
    for (HostTensor part : parts) {
      System.arraycopy(part.values, 0, all, at, part.values.length);
      at += part.values.length;
    }
    return new HostTensor(all, shape);
  }

  /** Whether arrays of these shapes can lie below each other. */
  static boolean sameRows(long[] one, long[] other) {
    return one.length == other.length
        && one.length > 0
        && Arrays.equals(one, 1, one.length, other, 1, other.length);
  }

  @Override
  public String toString() {
    return "HostTensor" + Arrays.toString(shape);
  }
}
