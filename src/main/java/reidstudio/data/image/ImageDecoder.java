package reidstudio.data.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.imageio.IIOException;

/**
 * Reads JPEG and PNG files at one size. Every failure is an {@link IOException} with the file and a
 * plain reason: a broken picture must cost one sample, not the run. Safe for many threads; each
 * that is at work has buffers of its own.
 */
public final class ImageDecoder {
  private final int width;
  private final int height;
  private final Queue<DecoderBuffers> idle = new ConcurrentLinkedQueue<>();

  /**
   * @param width of every decoded picture, in pixels
   * @param height of every decoded picture, in pixels
   */
  public ImageDecoder(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /**
   * Decodes and resizes.
   *
   * @throws IOException if the file cannot be read, is no JPEG, PNG or BMP, is damaged or far too
   *     large
   */
  public Rgb decode(Path file) throws IOException {
    return decode(file, buffers -> buffers.decode(file));
  }

  /**
   * Decodes and resizes into {@code place}; what is in it after a failure means nothing.
   *
   * @throws IOException where {@link #decode(Path)} would
   */
  void decode(Path file, VariedPicture place) throws IOException {
    decode(
        file,
        buffers -> {
          buffers.decode(file, place);
          return place;
        });
  }

  private <T> T decode(Path file, Decoding<T> decoding) throws IOException {
    DecoderBuffers known = idle.poll();
    DecoderBuffers buffers = known == null ? new DecoderBuffers(width, height) : known;
    try {
      return decoding.with(buffers);
    } catch (IOException | RuntimeException e) {
      // ImageIO answers some damaged files with IllegalArgument or IndexOutOfBounds
      throw new IOException(file + " cannot be decoded: " + reason(e), e);
    } catch (OutOfMemoryError e) {
      // one sample, not the run: smaller pictures still have room
      throw new IOException(
          file + " cannot be decoded: needs more memory than is free; make it smaller", e);
    } finally {
      idle.add(buffers);
    }
  }

  /** Something that needs buffers. */
  private interface Decoding<T> {
    T with(DecoderBuffers buffers) throws IOException;
  }

  /**
   * What a picture file holds.
   *
   * @throws IOException if the file cannot be read or is far too large
   */
  public static byte[] bytes(Path file) throws IOException {
    DecoderBuffers.checkSize(Files.size(file));
    return Files.readAllBytes(file);
  }

  /**
   * Decodes a picture file's content and keeps nothing of it.
   *
   * @throws IOException where {@link #decode} would, its message the reason alone
   */
  public static void check(byte[] content) throws IOException {
    try {
      var unused = AnyPicture.read(content, content.length);
    } catch (IOException | RuntimeException e) {
      throw new IOException(reason(e), e);
    } catch (OutOfMemoryError e) {
      throw new IOException("needs more memory than is free; make it smaller", e);
    }
  }

  private static String reason(Exception e) {
    if (e instanceof IIOException && "Unsupported Image Type".equals(e.getMessage())) {
      return "is no grey or RGB picture; convert it to RGB";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
