package reidstudio.data.image;

/**
 * Brightness and two colours to red, green and blue (ITU-R BT.601), with 16 bits behind the point.
 * A loop for each and no branches, so that they become vector instructions. Both colours of a pixel
 * are one number as in {@link ColourColumn}.
 */
final class YccToRgb {
  private static final int BITS = 16;
  private static final int HALF = 1 << (BITS - 1);
  private static final int MIDDLE = 128;
  private static final int MOST = 255;
  private static final int RED_OF_CR = fixed(1.402);
  private static final int GREEN_OF_CB = fixed(0.34414);
  private static final int GREEN_OF_CR = fixed(0.71414);
  private static final int BLUE_OF_CB = fixed(1.772);

  private YccToRgb() {}

  private static int fixed(double number) {
    return (int) Math.round(number * (1 << BITS));
  }

  /** The nearest of 0 to 255. */
  static int clamped(int value) {
    int notNegative = value & ~(value >> 31);
    return (notNegative | ((MOST - notNegative) >> 31)) & MOST;
  }

  static void red(int[] bright, int[] colours, int[] out, int count) {
    for (int x = 0; x < count; x++) {
      int cr = colours[x] >> ColourColumn.SECOND;
      int value = bright[x] + ((RED_OF_CR * (cr - MIDDLE) + HALF) >> BITS);
      out[x] = clamped(value);
    }
  }

  static void green(int[] bright, int[] colours, int[] out, int count) {
    for (int x = 0; x < count; x++) {
      int cb = colours[x] & MOST;
      int cr = colours[x] >> ColourColumn.SECOND;
      int colour = GREEN_OF_CB * (cb - MIDDLE) + GREEN_OF_CR * (cr - MIDDLE);
      int value = bright[x] + ((HALF - colour) >> BITS);
      out[x] = clamped(value);
    }
  }

  static void blue(int[] bright, int[] colours, int[] out, int count) {
    for (int x = 0; x < count; x++) {
      int cb = colours[x] & MOST;
      int value = bright[x] + ((BLUE_OF_CB * (cb - MIDDLE) + HALF) >> BITS);
      out[x] = clamped(value);
    }
  }
}
