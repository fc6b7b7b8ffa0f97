package reidstudio.data.image;

/**
 * Widens a row of half as many colour samples as pixels: each pixel takes three quarters of the
 * sample that it lies in and a quarter of the next one, across and, where rows are halved as well,
 * down. That is how JPEG libraries do it unless they are told to be fast.
 */
final class ChromaRow {
  /** Fewer samples are repeated instead. */
  private static final int LEAST = 3;

  private int[] sums = {};

  /**
   * Writes {@code width} values.
   *
   * @param near where the row begins that the pixels lie in
   * @param far where the next row begins; not used if rows are whole
   * @param columns samples in a row, half as many as pixels
   * @param down 2 if there are half as many rows as pixels, else 1
   */
  void widen(int[] plane, int near, int far, int columns, int down, int[] out, int width) {
    if (columns < LEAST) {
      for (int x = 0; x < width; x++) {
        out[x] = plane[near + x / 2];
      }
      return;
    }
    if (sums.length < columns + 2) {
      sums = new int[columns + 2];
    }
    int[] s = sums;
    if (down == 1) {
      for (int x = 0; x < columns; x++) {
        s[x + 1] = plane[near + x];
      }
    } else {
      for (int x = 0; x < columns; x++) {
        s[x + 1] = 3 * plane[near + x] + plane[far + x];
      }
    }
    s[0] = s[1];
    s[columns + 1] = s[columns];
    int shift = down == 1 ? 2 : 4;
    int even = down == 1 ? 1 : 8;
    int odd = down == 1 ? 2 : 7;
    int pairs = width / 2;
    for (int x = 0; x < pairs; x++) {
      int here = 3 * s[x + 1];
      out[2 * x] = (here + s[x] + even) >> shift;
      out[2 * x + 1] = (here + s[x + 2] + odd) >> shift;
    }
    if (width % 2 == 1) {
      out[width - 1] = (3 * s[pairs + 1] + s[pairs] + even) >> shift;
    }
  }
}
