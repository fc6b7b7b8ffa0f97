package reidstudio.data.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;

/**
 * Copies a decoded image's samples as they are in the file. {@link BufferedImage#getRGB} is right
 * for palettes only: for grey images it applies a gamma that brightens them.
 */
final class Pixels {
  private Pixels() {}

  /**
   * Red, green, blue of every pixel; grey is repeated, what is transparent lies on white.
   *
   * @throws IOException if the image has another number of channels or another depth
   */
  static Rgb of(BufferedImage image) throws IOException {
    ColorModel model = image.getColorModel();
    if (model instanceof IndexColorModel) {
      return ofPalette(image);
    }
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    int depth = raster.getSampleModel().getSampleSize(0);
    int type = raster.getSampleModel().getDataType();
    if (bands > 4 || (type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT)) {
      throw new IOException("has " + bands + " channels in an unknown form");
    }
    boolean hasAlpha = bands == 2 || bands == 4;
    if (hasAlpha != model.hasAlpha()) {
      throw new IOException("is no grey or RGB picture; convert it to RGB");
    }
    return ofBands(raster, bands, depth, hasAlpha);
  }

  private static Rgb ofBands(Raster raster, int bands, int depth, boolean hasAlpha) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] pixels = new byte[width * height * Rgb.CHANNELS];
    int[] row = new int[width * bands];
    int full = (1 << depth) - 1;
    int size = width * height;
    int at = 0;
    for (int y = 0; y < height; y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int from = 0; from < row.length; from += bands) {
        int alpha = hasAlpha ? row[from + bands - 1] : full;
        for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
          int value = row[from + (bands >= Rgb.CHANNELS ? channel : 0)];
          pixels[channel * size + at] = (byte) over(value, alpha, full);
        }
        at++;
      }
    }
    return new Rgb(width, height, pixels);
  }

  /** A value of 0 to {@code full} over white, in 0 to 255. */
  private static int over(int value, int alpha, int full) {
    if (alpha == full && full == 255) {
      return value;
    }
    double opacity = alpha / (double) full;
    return (int) Math.round(255 * (value / (double) full * opacity + 1 - opacity));
  }

  private static Rgb ofPalette(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] pixels = new byte[width * height * Rgb.CHANNELS];
    int[] row = new int[width];
    int size = width * height;
    int at = 0;
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int argb : row) {
        pixels[at] = (byte) over(argb >> 16 & 0xFF, argb >>> 24, 255);
        pixels[size + at] = (byte) over(argb >> 8 & 0xFF, argb >>> 24, 255);
        pixels[2 * size + at] = (byte) over(argb & 0xFF, argb >>> 24, 255);
        at++;
      }
    }
    return new Rgb(width, height, pixels);
  }
}
