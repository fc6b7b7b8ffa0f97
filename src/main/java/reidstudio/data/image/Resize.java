package reidstudio.data.image;

/**
 * Brings pictures to one size; the aspect ratio is not kept, as is usual in the field. A band of
 * rows is brought to its width first, then rows are blended; only one band is held, and as many
 * rows as one is blended of. Keeps its memory for the next picture.
 *
 * <p>The colours of a row lie one after the other: short loops cost more than what is in them.
 *
 * <p>Thread: one at a time.
 */
final class Resize {
  private static final int SHIFT = AxisWeights.BITS + BandNarrowing.SPARE;

  private final int width;
  private final int height;
  private final BandNarrowing narrowing;
  private final int[] sums;

  /** Rows at their width, in the place of their number modulo all places. */
  private int[][] ring = {};

  private AxisWeights weights;

  Resize(int width, int height) {
    this.width = width;
    this.height = height;
    this.narrowing = new BandNarrowing(width);
    this.sums = new int[Rgb.CHANNELS * width];
    this.weights = new AxisWeights(1, height);
  }

  /** The picture in the wanted size. */
  Rgb apply(PixelColumns picture) {
    byte[] out = new byte[Rgb.CHANNELS * width * height];
    apply(picture, false, (y, values) -> write(values, y, out));
    return new Rgb(width, height, out);
  }

  /**
   * Gives the picture in the wanted size to {@code sink}, from the first row to the last.
   *
   * @param mirrored whether rows run from right to left
   */
  void apply(PixelColumns picture, boolean mirrored, RowSink sink) {
    int length = picture.height();
    weights = weights.from() == length ? weights : new AxisWeights(length, height);
    if (ring.length < weights.taps()) {
      ring = new int[weights.taps()][Rgb.CHANNELS * width];
    }
    int[][] band = {};
    int taken = 0;
    for (int y = 0; y < height; y++) {
      for (; taken < weights.first(y) + weights.taps(); taken++) {
        int row = taken % BandNarrowing.MOST_ROWS;
        if (row == 0) {
          int rows = Math.min(BandNarrowing.MOST_ROWS, length - taken);
          band = narrowing.apply(picture, taken, rows, mirrored);
        }
        int[] old = ring[taken % ring.length];
        ring[taken % ring.length] = band[row];
        band[row] = old;
      }
      Blend.lines(weights, y, ring, SHIFT, sums, sums.length);
      sink.row(y, sums);
    }
  }

  private void write(int[] values, int y, byte[] out) {
    for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
      narrow(values, channel * width, out, (channel * height + y) * width, width);
    }
  }

  private static void narrow(int[] values, int from, byte[] out, int at, int count) {
    for (int x = 0; x < count; x++) {
      out[at + x] = (byte) values[from + x];
    }
  }
}
