package reidstudio.data.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import reidstudio.config.ChannelConfig;

/**
 * A picture file to normalised numbers in the way that is usual with the JDK: {@link ImageIO#read},
 * a bilinear {@link Graphics2D#drawImage}, a loop over {@link BufferedImage#getRGB}. It is what the
 * program's own way is measured against, and nothing else uses it.
 */
public final class PlainImageIo {
  private static final float WHITE = 255;

  /**
   * How long the parts took, in nanoseconds.
   *
   * @param read the file to pixels of its own size
   * @param scale to the wanted size
   * @param normalise to numbers, channel after channel
   */
  public record Times(long read, long scale, long normalise) {
    /** Parts of this and of {@code other}. */
    public Times plus(Times other) {
      return new Times(read + other.read, scale + other.scale, normalise + other.normalise);
    }
  }

  private final int width;
  private final int height;
  private final float[] mean = new float[Rgb.CHANNELS];
  private final float[] deviation = new float[Rgb.CHANNELS];

  /** For pictures of {@code width} x {@code height} pixels, normalised as for CLIP. */
  public PlainImageIo(int width, int height) {
    this.width = width;
    this.height = height;
    ChannelConfig numbers = ChannelConfig.clip();
    for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
      mean[channel] = numbers.mean().get(channel).floatValue();
      deviation[channel] = numbers.std().get(channel).floatValue();
    }
  }

  /**
   * Reads a picture.
   *
   * @param out gets [3, H, W]
   * @throws IOException if it is none
   */
  public Times read(Path file, float[] out) throws IOException {
    long start = System.nanoTime();
    BufferedImage picture = ImageIO.read(file.toFile());
    if (picture == null) {
      throw new IOException(file + " is no picture");
    }
    long read = System.nanoTime();
    BufferedImage scaled = scaled(picture);
    long resized = System.nanoTime();
    int plane = width * height;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = scaled.getRGB(x, y);
        int at = y * width + x;
        out[at] = (((rgb >> 16) & 0xFF) / WHITE - mean[0]) / deviation[0];
        out[plane + at] = (((rgb >> 8) & 0xFF) / WHITE - mean[1]) / deviation[1];
        out[2 * plane + at] = ((rgb & 0xFF) / WHITE - mean[2]) / deviation[2];
      }
    }
    return new Times(read - start, resized - read, System.nanoTime() - resized);
  }

  private BufferedImage scaled(BufferedImage picture) {
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(picture, 0, 0, width, height, null);
    } finally {
      graphics.dispose();
    }
    return scaled;
  }
}
