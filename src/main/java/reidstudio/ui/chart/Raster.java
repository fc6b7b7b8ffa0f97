package reidstudio.ui.chart;

import java.util.Arrays;

/**
 * A picture of premultiplied ARGB pixels and the two strokes that a chart needs: filled rectangles
 * on whole pixels, and column spans with soft ends. Everything is clipped to the picture.
 */
final class Raster implements Surface {
  private final int[] pixels;
  private final int width;
  private final int height;

  /** Draws into {@code pixels}, row by row from the top, {@code width * height} of them. */
  Raster(int[] pixels, int width, int height) {
    this.pixels = pixels;
    this.width = width;
    this.height = height;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  int pixel(int x, int y) {
    return pixels[y * width + x];
  }

  void clear() {
    Arrays.fill(pixels, 0);
  }

  @Override
  public void fill(int x, int y, int rectWidth, int rectHeight, Ink ink) {
    int source = ink.premultiplied(1);
    int right = Math.min(width, x + rectWidth);
    int bottom = Math.min(height, y + rectHeight);
    for (int row = Math.max(0, y); row < bottom; row++) {
      int start = row * width;
      for (int i = start + Math.max(0, x); i < start + right; i++) {
        pixels[i] = over(source, pixels[i]);
      }
    }
  }

  @Override
  public void span(int column, double top, double bottom, Ink ink, int solid) {
    double from = Math.max(0, top);
    double to = Math.min(height, bottom);
    if (!(from < to)) {
      return;
    }
    int firstFull = (int) Math.ceil(from);
    int lastFull = (int) Math.floor(to);
    if (firstFull > lastFull) {
      blend(column, lastFull, ink.premultiplied(to - from));
      return;
    }
    if (from < firstFull) {
      blend(column, firstFull - 1, ink.premultiplied(firstFull - from));
    }
    int end = lastFull * width;
    for (int i = firstFull * width + column; i < end; i += width) {
      pixels[i] = over(solid, pixels[i]);
    }
    if (lastFull < to) {
      blend(column, lastFull, ink.premultiplied(to - lastFull));
    }
  }

  private void blend(int x, int y, int source) {
    int i = y * width + x;
    pixels[i] = over(source, pixels[i]);
  }

  /** Porter-Duff "over" on premultiplied pixels, two channels per multiplication. */
  private static int over(int source, int target) {
    if (target == 0) {
      return source;
    }
    int keep = 256 - (source >>> 24) - (source >>> 31);
    int redBlue = (((target & 0xFF00FF) * keep + 0x800080) >>> 8) & 0xFF00FF;
    int alphaGreen = (((target >>> 8) & 0xFF00FF) * keep + 0x800080) & 0xFF00FF00;
    return source + (redBlue | alphaGreen);
  }
}
