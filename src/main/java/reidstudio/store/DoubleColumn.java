package reidstudio.store;

import java.util.Arrays;

/**
 * Numbers by index, growing in chunks, so that growth never copies a number.
 *
 * <p>Written by one thread. A cell may be read by another thread once the writer has published,
 * through a volatile field of its own, that the cell is there; it must not be written after that.
 * The directory is volatile because a reader may meet a younger one than the publication it has
 * seen.
 */
final class DoubleColumn {
  private static final int BITS = 10;
  private static final int CHUNK = 1 << BITS;

  private volatile double[][] directory = new double[4][];

  void put(int index, double value) {
    int chunk = index >>> BITS;
    double[][] chunks = directory;
    if (chunk >= chunks.length) {
      chunks = Arrays.copyOf(chunks, Math.max(chunk + 1, chunks.length * 2));
      directory = chunks;
    }
    if (chunks[chunk] == null) {
      chunks[chunk] = new double[CHUNK];
    }
    chunks[chunk][index & (CHUNK - 1)] = value;
  }

  double get(int index) {
    return directory[index >>> BITS][index & (CHUNK - 1)];
  }
}
