package reidstudio.batch;

import java.util.Arrays;

/** Pictures of one modality as they are gathered: floats of one after the other, in one piece. */
final class PictureRows {
  private final int size;
  private float[] values;
  private int rows;

  /**
   * @param size floats of a picture
   * @param expected number of pictures; more are taken as well
   * @param memory where the array comes from
   */
  PictureRows(int size, int expected, PixelMemory memory) {
    this.size = size;
    this.values = memory.take(size * Math.max(1, expected));
  }

  /** Writes a picture. */
  interface Writing<E extends Exception> {
    void into(float[] values, int offset) throws E;
  }

  /** Adds a picture; none if {@code writing} fails. */
  <E extends Exception> void add(Writing<E> writing) throws E {
    if ((rows + 1) * size > values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    writing.into(values, rows * size);
    rows++;
  }

  /** All that were added. */
  float[] values() {
    int used = rows * size;
    return used == values.length ? values : Arrays.copyOf(values, used);
  }
}
