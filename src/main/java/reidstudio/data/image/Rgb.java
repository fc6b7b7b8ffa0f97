package reidstudio.data.image;

import java.util.Objects;

/**
 * A picture in memory: 8 bits for each sample, all of red, then green, then blue, row by row (CHW),
 * as models want them. Holds its array without a copy; nobody writes to it any more.
 */
public final class Rgb implements PixelColumns {
  /** Red, green, blue. */
  public static final int CHANNELS = 3;

  private final int width;
  private final int height;
  private final byte[] pixels;

  /**
   * @param pixels {@code 3 * width * height} bytes, unsigned
   */
  public Rgb(int width, int height, byte[] pixels) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("no picture is " + width + " x " + height);
    }
    Objects.checkFromIndexSize(0, Math.multiplyExact(CHANNELS * width, height), pixels.length);
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /** Columns. */
  @Override
  public int width() {
    return width;
  }

  /** Rows. */
  @Override
  public int height() {
    return height;
  }

  /** Value 0 to 255 of channel 0, 1 or 2. */
  public int sample(int x, int y, int channel) {
    return pixels[(channel * height + y) * width + x] & 0xFF;
  }

  @Override
  public void column(int x, int from, int count, int[] red, int[] green, int[] blue) {
    column(x, from, count, 0, red);
    column(x, from, count, 1, green);
    column(x, from, count, 2, blue);
  }

  private void column(int x, int from, int count, int channel, int[] out) {
    int at = (channel * height + from) * width + x;
    for (int y = 0; y < count; y++) {
      out[y] = pixels[at] & 0xFF;
      at += width;
    }
  }

  /** Memory that the pixels take. */
  public int bytes() {
    return pixels.length;
  }

  /** The array itself, for loops over all pixels in this package. */
  byte[] raw() {
    return pixels;
  }
}
