package reidstudio.data.demo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.SplittableRandom;

/**
 * A picture as red, green and blue planes of 0 to 1, for what happens after drawing: light, lens,
 * sensor, paper.
 */
final class Pixels {
  private final int width;
  private final int height;
  private final float[][] planes;

  private Pixels(int width, int height) {
    this.width = width;
    this.height = height;
    this.planes = new float[3][width * height];
  }

  /** What one pixel becomes; x and y run from 0 to 1 over the picture. */
  interface Shader {
    void shade(double x, double y, float[] rgb);
  }

  /** A copy of a canvas. */
  static Pixels of(BufferedImage canvas) {
    Pixels pixels = new Pixels(canvas.getWidth(), canvas.getHeight());
    int[] source = data(canvas);
    for (int at = 0; at < source.length; at++) {
      pixels.planes[0][at] = ((source[at] >> 16) & 0xFF) / 255f;
      pixels.planes[1][at] = ((source[at] >> 8) & 0xFF) / 255f;
      pixels.planes[2][at] = (source[at] & 0xFF) / 255f;
    }
    return pixels;
  }

  void shade(Shader shader) {
    float[] rgb = new float[3];
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0; x < width; x++, at++) {
        for (int c = 0; c < 3; c++) {
          rgb[c] = planes[c][at];
        }
        shader.shade((x + 0.5) / width, (y + 0.5) / height, rgb);
        for (int c = 0; c < 3; c++) {
          planes[c][at] = rgb[c];
        }
      }
    }
  }

  /**
   * Mixes each pixel with its neighbours to both sides, then above and below; 0 leaves the picture
   * as it is.
   */
  void blur(double strength) {
    float side = (float) (strength / 3);
    for (float[] plane : planes) {
      smooth(plane, height, width, width, 1, side);
      smooth(plane, width, height, 1, width, side);
    }
  }

  private static void smooth(
      float[] plane, int lines, int length, int lineStep, int step, float side) {
    for (int line = 0; line < lines; line++) {
      int at = line * lineStep;
      float before = plane[at];
      for (int i = 0; i < length; i++, at += step) {
        float here = plane[at];
        float after = i + 1 < length ? plane[at + step] : here;
        plane[at] = here + side * (before + after - 2 * here);
        before = here;
      }
    }
  }

  /**
   * Adds sensor noise.
   *
   * @param luminance standard deviation of the part that all channels share
   * @param chroma standard deviation of the part of each channel
   */
  void noise(double luminance, double chroma, SplittableRandom random) {
    for (int at = 0; at < width * height; at++) {
      double shared = luminance * random.nextGaussian();
      for (float[] plane : planes) {
        plane[at] += (float) (chroma == 0 ? shared : shared + chroma * random.nextGaussian());
      }
    }
  }

  BufferedImage toImage() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] target = data(image);
    for (int at = 0; at < target.length; at++) {
      target[at] = level(planes[0][at]) << 16 | level(planes[1][at]) << 8 | level(planes[2][at]);
    }
    return image;
  }

  private static int level(float value) {
    return Math.max(0, Math.min(255, Math.round(255 * value)));
  }

  private static int[] data(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }
}
