package reidstudio.data.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures for tests. */
final class Pictures {
  private Pictures() {}

  /** Grey values row by row. */
  static Rgb grey(int width, int... values) {
    byte[] pixels = new byte[3 * values.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) values[i % values.length];
    }
    return new Rgb(width, values.length / width, pixels);
  }

  /** Red grows to the right, green downwards, blue is 77. */
  static BufferedImage ramp(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int red = 255 * x / Math.max(1, width - 1);
        int green = 255 * y / Math.max(1, height - 1);
        image.setRGB(x, y, red << 16 | green << 8 | 77);
      }
    }
    return image;
  }

  static byte[] encoded(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, out)) {
      throw new IOException("no writer for " + format);
    }
    return out.toByteArray();
  }

  static Path write(Path file, BufferedImage image, String format) throws IOException {
    return Files.write(file, encoded(image, format));
  }
}
