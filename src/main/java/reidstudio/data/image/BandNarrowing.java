package reidstudio.data.image;

/**
 * Brings pieces of a picture to one width. Whole columns are blended, which vector instructions do,
 * and then turned into rows.
 *
 * <p>Thread: one at a time.
 */
final class BandNarrowing {
  /** Rows of the largest piece. */
  static final int MOST_ROWS = 512;

  /** Bits behind the point of what comes out. */
  static final int SPARE = 6;

  private static final int SHIFT = AxisWeights.BITS - SPARE;

  /** Columns that are turned together, so that the cache holds them and whole lines are written. */
  private static final int GROUP = 8;

  private final int width;
  private final int[][] rows;

  /** Blended columns, each by colour. */
  private final int[][][] group = new int[GROUP][Rgb.CHANNELS][MOST_ROWS];

  /** Columns as they come, by colour, in the place of their number modulo all places. */
  private int[][][] ring = new int[Rgb.CHANNELS][0][];

  private AxisWeights weights;

  BandNarrowing(int width) {
    this.width = width;
    this.rows = new int[MOST_ROWS][Rgb.CHANNELS * width];
    this.weights = new AxisWeights(1, width);
  }

  /**
   * Rows {@code from} to {@code from + count} of {@code picture}: each has the wanted number of
   * reds, then greens, then blues. They hold until the next call; the caller may exchange them for
   * others of their length.
   *
   * @param mirrored whether rows run from right to left
   */
  int[][] apply(PixelColumns picture, int from, int count, boolean mirrored) {
    int length = picture.width();
    weights = weights.from() == length ? weights : new AxisWeights(length, width);
    if (ring[0].length < weights.taps()) {
      ring = new int[Rgb.CHANNELS][weights.taps()][MOST_ROWS];
    }
    int taken = 0;
    for (int x = 0; x < width; x++) {
      for (; taken < weights.first(x) + weights.taps(); taken++) {
        int at = taken % ring[0].length;
        picture.column(taken, from, count, ring[0][at], ring[1][at], ring[2][at]);
      }
      int place = mirrored ? width - 1 - x : x;
      int inGroup = place % GROUP;
      for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
        Blend.lines(weights, x, ring[channel], SHIFT, group[inGroup][channel], count);
      }
      int columns = Math.min(GROUP, width - (place - inGroup));
      if (inGroup == (mirrored ? 0 : columns - 1)) {
        turn(place - inGroup, columns, count);
      }
    }
    return rows;
  }

  private void turn(int firstColumn, int columns, int count) {
    for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
      int at = channel * width + firstColumn;
      if (columns == GROUP) {
        turnGroup(group, channel, rows, at, count);
      } else {
        turnFew(columns, channel, at, count);
      }
    }
  }

  private void turnFew(int columns, int channel, int at, int count) {
    for (int k = 0; k < columns; k++) {
      for (int y = 0; y < count; y++) {
        rows[y][at + k] = group[k][channel][y];
      }
    }
  }

  private static void turnGroup(int[][][] group, int channel, int[][] rows, int at, int count) {
    int[] c0 = group[0][channel];
    int[] c1 = group[1][channel];
    int[] c2 = group[2][channel];
    int[] c3 = group[3][channel];
    int[] c4 = group[4][channel];
    int[] c5 = group[5][channel];
    int[] c6 = group[6][channel];
    int[] c7 = group[7][channel];
    for (int y = 0; y < count; y++) {
      int[] row = rows[y];
      row[at] = c0[y];
      row[at + 1] = c1[y];
      row[at + 2] = c2[y];
      row[at + 3] = c3[y];
      row[at + 4] = c4[y];
      row[at + 5] = c5[y];
      row[at + 6] = c6[y];
      row[at + 7] = c7[y];
    }
  }
}
