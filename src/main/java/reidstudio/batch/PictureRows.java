package reidstudio.batch;

import java.nio.FloatBuffer;

/** Pictures of one modality as they are gathered: floats of one after the other, in one piece. */
final class PictureRows {
  private final int size;
  private PixelBlock block;
  private int rows;

  /**
   * @param size floats of a picture
   * @param expected number of pictures; more are taken as well
   * @param memory where the block comes from
   */
  PictureRows(int size, int expected, PixelMemory memory) {
    this.size = size;
    this.block = memory.take(size * Math.max(1, expected));
  }

  /** Writes a picture. */
  interface Writing<E extends Exception> {
    void into(FloatBuffer values, int offset) throws E;
  }

  /** Adds a picture; none if {@code writing} fails. */
  <E extends Exception> void add(Writing<E> writing) throws E {
    if ((rows + 1) * size > block.length()) {
      block = block.resized(2 * block.length());
    }
    writing.into(block.floats(), rows * size);
    rows++;
  }

  /** All that were added. */
  PixelBlock block() {
    int used = rows * size;
    return used == block.length() ? block : block.resized(used);
  }
}
