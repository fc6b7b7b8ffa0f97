package reidstudio.data.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** One thread's way from a file to a picture of the wanted size, with memory that it uses again. */
final class DecoderBuffers {
  private static final long MAX_BYTES = 256L << 20;

  /** Memory for a larger file is not kept. */
  private static final int MOST_KEPT = 4 << 20;

  private final BaselineJpeg jpeg = new BaselineJpeg();
  private final Resize resize;
  private byte[] kept = new byte[1 << 16];

  DecoderBuffers(int width, int height) {
    this.resize = new Resize(width, height);
  }

  /** Reads, decodes and resizes. */
  Rgb decode(Path file) throws IOException {
    return resize.apply(read(file));
  }

  /** Reads, decodes and resizes into {@code place}. */
  void decode(Path file, VariedPicture place) throws IOException {
    resize.apply(read(file), place.isMirrored(), place);
    place.finish();
  }

  private PixelColumns read(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long size = channel.size();
      checkSize(size);
      ByteBuffer bytes = ByteBuffer.wrap(room((int) size), 0, (int) size);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // a channel may give less than asked for
      }
      return read(bytes.array(), bytes.position());
    }
  }

  /** Fails for files that no picture of a data set has the size of. */
  static void checkSize(long bytes) throws IOException {
    if (bytes > MAX_BYTES) {
      throw new IOException("is %d MB large".formatted(bytes >> 20));
    }
  }

  private byte[] room(int size) {
    if (size <= kept.length) {
      return kept;
    }
    byte[] larger = new byte[size];
    if (size <= MOST_KEPT) {
      kept = larger;
    }
    return larger;
  }

  private PixelColumns read(byte[] bytes, int length) throws IOException {
    try {
      jpeg.read(bytes, length);
      return jpeg;
    } catch (UnusualJpegException e) {
      return AnyPicture.read(bytes, length);
    }
  }
}
