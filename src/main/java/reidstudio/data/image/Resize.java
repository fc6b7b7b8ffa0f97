package reidstudio.data.image;

import java.util.Arrays;

/**
 * Brings pictures to one size; the aspect ratio is not kept, as is usual in the field. Rows are
 * taken as they come and blended first, then each blended row is brought to its width; only as many
 * rows are held as one is blended of. Keeps its memory for the next picture.
 *
 * <p>Between the two passes the three colours of a pixel are one number, so that fetching a pixel,
 * which cannot be a vector instruction, happens once for all of them.
 *
 * <p>Thread: one at a time.
 */
final class Resize {
  /** Bits behind the point between the two passes: a quarter of a grey level. */
  private static final int SPARE = 2;

  private static final int ROW_SHIFT = AxisWeights.BITS - SPARE;
  private static final int ROW_HALF = 1 << (ROW_SHIFT - 1);
  private static final int COLUMN_SHIFT = AxisWeights.BITS + SPARE;

  /** Bits of a colour in a blended pixel. */
  private static final int FIELD = 8 + SPARE;

  private static final int MASK = (1 << FIELD) - 1;

  private final int width;
  private final int height;
  private final int[] fetched;
  private final int[][] narrowed;

  /** Sums of the rows that a row is blended of, by colour. */
  private final int[][] sums = new int[Rgb.CHANNELS][0];

  private int[] blended = {};

  /** Rows of the picture, three colours each, in the place of their number modulo all places. */
  private int[][][] ring = {};

  private AxisWeights columns;
  private AxisWeights rows;

  Resize(int width, int height) {
    this.width = width;
    this.height = height;
    this.fetched = new int[width];
    this.narrowed = new int[Rgb.CHANNELS][width];
    this.columns = new AxisWeights(1, width);
    this.rows = new AxisWeights(1, height);
  }

  /** The picture in the wanted size. */
  Rgb apply(PixelRows picture) {
    columns = columns.from() == picture.width() ? columns : new AxisWeights(picture.width(), width);
    rows = rows.from() == picture.height() ? rows : new AxisWeights(picture.height(), height);
    reserve();
    byte[] out = new byte[Rgb.CHANNELS * width * height];
    int taken = 0;
    for (int y = 0; y < height; y++) {
      for (; taken < rows.first(y) + rows.taps(); taken++) {
        int[][] place = ring[taken % ring.length];
        picture.row(taken, place[0], place[1], place[2]);
      }
      blend(y);
      narrow();
      join(out, y * width * Rgb.CHANNELS);
    }
    return new Rgb(width, height, out);
  }

  private void reserve() {
    int length = columns.from();
    if (blended.length < length) {
      blended = new int[length];
      Arrays.setAll(sums, channel -> new int[length]);
    }
    if (ring.length < rows.taps() || ring[0][0].length < length) {
      ring = new int[rows.taps()][Rgb.CHANNELS][blended.length];
    }
  }

  private void blend(int y) {
    int length = columns.from();
    for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
      Arrays.fill(sums[channel], 0, length, ROW_HALF);
      for (int j = 0; j < rows.taps(); j++) {
        int[] line = ring[(rows.first(y) + j) % ring.length][channel];
        add(rows.weight(y, j), line, sums[channel], length);
      }
    }
    pack(sums[0], sums[1], sums[2], blended, length);
  }

  private static void add(int weight, int[] line, int[] sums, int length) {
    for (int x = 0; x < length; x++) {
      sums[x] += weight * line[x];
    }
  }

  private static void pack(int[] red, int[] green, int[] blue, int[] out, int length) {
    for (int x = 0; x < length; x++) {
      out[x] =
          (red[x] >> ROW_SHIFT)
              | ((green[x] >> ROW_SHIFT) << FIELD)
              | ((blue[x] >> ROW_SHIFT) << (2 * FIELD));
    }
  }

  private void narrow() {
    for (int[] sum : narrowed) {
      Arrays.fill(sum, 1 << (COLUMN_SHIFT - 1));
    }
    for (int j = 0; j < columns.taps(); j++) {
      int[] weights = columns.weights(j);
      columns.fetch(blended, j, fetched);
      addRed(fetched, weights, narrowed[0]);
      addGreen(fetched, weights, narrowed[1]);
      addBlue(fetched, weights, narrowed[2]);
    }
  }

  // one loop with three results would not become vector instructions

  private static void addRed(int[] packed, int[] weights, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += weights[x] * (packed[x] & MASK);
    }
  }

  private static void addGreen(int[] packed, int[] weights, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += weights[x] * ((packed[x] >> FIELD) & MASK);
    }
  }

  private static void addBlue(int[] packed, int[] weights, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += weights[x] * (packed[x] >> (2 * FIELD));
    }
  }

  private void join(byte[] out, int from) {
    int[] red = narrowed[0];
    int[] green = narrowed[1];
    int[] blue = narrowed[2];
    for (int x = 0; x < red.length; x++) {
      out[from + 3 * x] = (byte) (red[x] >> COLUMN_SHIFT);
      out[from + 3 * x + 1] = (byte) (green[x] >> COLUMN_SHIFT);
      out[from + 3 * x + 2] = (byte) (blue[x] >> COLUMN_SHIFT);
    }
  }
}
