package reidstudio.data.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads JPEG and PNG files at one size. Every failure is an {@link IOException} with the file and a
 * plain reason: a broken picture must cost one sample, not the run.
 */
public final class ImageDecoder {
  private static final Set<String> FORMATS = Set.of("jpeg", "png", "bmp");

  /** Larger pictures are refused by their header, before memory is taken for them. */
  private static final long MAX_PIXELS = 64_000_000;

  private static final long MAX_BYTES = 256L << 20;

  private final Resize resize;

  /**
   * @param width of every decoded picture, in pixels
   * @param height of every decoded picture, in pixels
   */
  public ImageDecoder(int width, int height) {
    this.resize = new Resize(width, height);
  }

  /**
   * Decodes and resizes.
   *
   * @throws IOException if the file cannot be read, is no JPEG, PNG or BMP, is damaged or far too
   *     large
   */
  public Rgb decode(Path file) throws IOException {
    try {
      return resize.apply(read(bytes(file)));
    } catch (IOException | RuntimeException e) {
      // ImageIO answers some damaged files with IllegalArgument or IndexOutOfBounds
      throw new IOException(file + " cannot be decoded: " + reason(e), e);
    }
  }

  /**
   * What a picture file holds.
   *
   * @throws IOException if the file cannot be read or is far too large
   */
  public static byte[] bytes(Path file) throws IOException {
    long size = Files.size(file);
    if (size > MAX_BYTES) {
      throw new IOException("is %d MB large".formatted(size >> 20));
    }
    return Files.readAllBytes(file);
  }

  /**
   * Decodes a picture file's content and keeps nothing of it.
   *
   * @throws IOException where {@link #decode} would, its message the reason alone
   */
  public static void check(byte[] content) throws IOException {
    try {
      var unused = read(content);
    } catch (IOException | RuntimeException e) {
      throw new IOException(reason(e), e);
    }
  }

  private static Rgb read(byte[] bytes) throws IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
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

  private static String reason(Exception e) {
    if (e instanceof IIOException && "Unsupported Image Type".equals(e.getMessage())) {
      return "is no grey or RGB picture; convert it to RGB";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
