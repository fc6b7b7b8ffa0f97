package reidstudio.data.image;

/**
 * The colours of a column of pixels where a file has half as many colour samples across, and
 * perhaps half as many down: each pixel takes three quarters of the sample that it lies in and a
 * quarter of the next one, across and, where rows are halved as well, down. That is how JPEG
 * libraries do it unless they are told to be fast.
 *
 * <p>Both colours are done at once: a number holds a sample of the first in its lower half and one
 * of the second in its upper half, and no sum of samples outgrows its half.
 */
final class ColourColumn {
  /** Bits up to the second colour. */
  static final int SECOND = 16;

  /** A sample of each. */
  private static final int SAMPLES = (0xFF << SECOND) | 0xFF;

  /** Fewer columns are repeated instead. */
  private static final int LEAST = 3;

  private int columns;
  private int rows;
  private int down;
  private int[] sums = {};

  private static int both(int number) {
    return (number << SECOND) | number;
  }

  /**
   * Of the next picture.
   *
   * @param newColumns samples across, half as many as pixels
   * @param newRows samples down
   * @param newDown 2 if there are half as many rows as pixels, else 1
   */
  void size(int newColumns, int newRows, int newDown) {
    columns = newColumns;
    rows = newRows;
    down = newDown;
  }

  /**
   * Writes the pairs of {@code count} pixels of column {@code x} from row {@code from} on.
   *
   * @param plane samples column by column, {@code stride} a column
   */
  void column(int[] plane, int stride, int x, int from, int count, int[] out) {
    int near = x / 2;
    if (columns < LEAST) {
      for (int y = 0; y < count; y++) {
        out[y] = plane[near * stride + (from + y) / down];
      }
      return;
    }
    int far = Math.max(0, Math.min(columns - 1, near + 2 * (x % 2) - 1));
    int first = from / down;
    int length = (from + count - 1) / down + 1 - first;
    if (sums.length < length + 2) {
      sums = new int[length + 2];
    }
    // with the sample before and the one after it, or itself at the picture's end
    blend(plane, near * stride + first, far * stride + first, length, sums);
    if (down == 1) {
      shift(sums, both(1 + x % 2), count, out);
      return;
    }
    int above = Math.max(0, first - 1);
    int below = Math.min(rows - 1, first + length);
    sums[0] = 3 * plane[near * stride + above] + plane[far * stride + above];
    sums[length + 1] = 3 * plane[near * stride + below] + plane[far * stride + below];
    lengthen(sums, from % 2, both(8 - x % 2), count, out);
  }

  private static void blend(int[] plane, int near, int far, int length, int[] sums) {
    for (int y = 0; y < length; y++) {
      sums[y + 1] = 3 * plane[near + y] + plane[far + y];
    }
  }

  private static void shift(int[] sums, int half, int count, int[] out) {
    for (int y = 0; y < count; y++) {
      out[y] = ((sums[y + 1] + half) >> 2) & SAMPLES;
    }
  }

  private static void lengthen(int[] sums, int odd, int half, int count, int[] out) {
    if (odd == 1) {
      out[0] = ((3 * sums[1] + sums[2] + half) >> 4) & SAMPLES;
    }
    int pairs = (count - odd) / 2;
    for (int i = 0; i < pairs; i++) {
      int here = 3 * sums[odd + i + 1] + half;
      out[odd + 2 * i] = ((here + sums[odd + i]) >> 4) & SAMPLES;
      out[odd + 2 * i + 1] = ((here + sums[odd + i + 2]) >> 4) & SAMPLES;
    }
    if ((count - odd) % 2 == 1) {
      int last = odd + pairs;
      out[count - 1] = ((3 * sums[last + 1] + sums[last] + half) >> 4) & SAMPLES;
    }
  }
}
