package reidstudio.data.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads JPEG, PNG and BMP of every kind that the JDK knows, and says what is wrong with others. */
final class AnyPicture {
  private static final Set<String> FORMATS = Set.of("jpeg", "png", "bmp");

  /** Larger pictures are refused by their header, before memory is taken for them. */
  private static final long MAX_PIXELS = 64_000_000;

  private AnyPicture() {}

  /** Reads the first {@code length} of {@code bytes}. */
  static Rgb read(byte[] bytes, int length) throws IOException {
    try (ImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes, 0, length))) {
      ImageReader reader = reader(in);
      try {
        return read(reader, in);
      } finally {
        reader.dispose();
      }
    }
  }

  private static ImageReader reader(ImageInputStream in) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      String format = reader.getFormatName().toLowerCase(Locale.ROOT);
      if (FORMATS.contains(format)) {
        return reader;
      }
      reader.dispose();
    }
    throw new IOException("is no JPEG, PNG or BMP");
  }

  private static Rgb read(ImageReader reader, ImageInputStream in) throws IOException {
    Damage damage = new Damage();
    reader.addIIOReadWarningListener(damage);
    reader.setInput(in, true, true);
    long width = reader.getWidth(0);
    long height = reader.getHeight(0);
    if (width * height > MAX_PIXELS) {
      throw new IOException(
          "is %d x %d pixels, more than %d million".formatted(width, height, MAX_PIXELS / 1000000));
    }
    BufferedImage image = reader.read(0);
    damage.throwIfAny();
    return Pixels.of(image);
  }
}
