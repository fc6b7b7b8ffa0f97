package reidstudio.data.image;

import java.util.Objects;

/**
 * A picture in memory: 8 bits for each of red, green, blue, interleaved row by row (HWC). Holds its
 * array without a copy; nobody writes to it any more.
 */
public final class Rgb implements PixelRows {
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
    return pixels[(y * width + x) * CHANNELS + channel] & 0xFF;
  }

  @Override
  public void row(int y, int[] red, int[] green, int[] blue) {
    int at = y * width * CHANNELS;
    for (int x = 0; x < width; x++) {
      red[x] = pixels[at] & 0xFF;
      green[x] = pixels[at + 1] & 0xFF;
      blue[x] = pixels[at + 2] & 0xFF;
      at += CHANNELS;
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
