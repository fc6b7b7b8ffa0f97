package reidstudio.data.layout;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import reidstudio.data.SkipReason;
import reidstudio.data.Skipped;

/**
 * Tells from the first and last bytes whether a file can be a whole JPEG, PNG or BMP. A copy that
 * broke off has the first and lacks the last; decoding every picture would take minutes, this takes
 * microseconds.
 */
final class PictureProbe {
  private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] JPEG_END = {(byte) 0xFF, (byte) 0xD9};
  private static final byte[] PNG_START = {
    (byte) 0x89, 'P', 'N', 'G', '\r', '\n', (byte) 0x1A, '\n'
  };
  private static final byte[] PNG_END = "IEND".getBytes(StandardCharsets.US_ASCII);

  /** Followed by the length of the file, as four bytes, the last one first. */
  private static final byte[] BMP_START = {'B', 'M'};

  /** Some cameras and tools write padding after the end mark. */
  private static final int TAIL = 1024;

  private static final Set<OpenOption> NOT_THROUGH_LINKS =
      Set.of(StandardOpenOption.READ, NOFOLLOW_LINKS);
  private static final Set<OpenOption> THROUGH_LINKS = Set.of(StandardOpenOption.READ);

  private final Path root;

  /** Links may lead anywhere under {@code root}, a real path. */
  PictureProbe(Path root) {
    this.root = root;
  }

  /** Why the picture cannot be used; empty if nothing speaks against it. */
  Optional<Skipped> check(PictureFile picture) {
    try {
      return examine(picture, NOT_THROUGH_LINKS);
    } catch (IOException e) {
      return Files.isSymbolicLink(picture.file()) ? link(picture) : failure(picture, e);
    }
  }

  private Optional<Skipped> link(PictureFile picture) {
    try {
      Path target = picture.file().toRealPath();
      return target.startsWith(root)
          ? examine(picture, THROUGH_LINKS)
          : unusable(picture, SkipReason.OUTSIDE_FOLDER, "is a link to " + target);
    } catch (IOException e) {
      return failure(picture, e);
    }
  }

  private static Optional<Skipped> failure(PictureFile picture, IOException e) {
    if (e instanceof ClosedByInterruptException) {
      throw new CancellationException("interrupted while looking at pictures");
    }
    return e instanceof NoSuchFileException
        ? unusable(picture, SkipReason.MISSING_FILE, "")
        : unusable(picture, SkipReason.UNREADABLE, String.valueOf(e.getMessage()));
  }

  private static Optional<Skipped> examine(PictureFile picture, Set<OpenOption> options)
      throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(picture.file(), options)) {
      long size = channel.size();
      if (size == 0) {
        return unusable(picture, SkipReason.EMPTY_FILE, "");
      }
      byte[] head = read(channel, 0, PNG_START.length);
      byte[] tail = read(channel, Math.max(0, size - TAIL), TAIL);
      if (startsWith(head, JPEG_START)) {
        return complete(picture, contains(tail, JPEG_END));
      }
      if (startsWith(head, PNG_START)) {
        return complete(picture, contains(tail, PNG_END));
      }
      if (startsWith(head, BMP_START)) {
        return complete(picture, head.length == PNG_START.length && lengthToldBy(head) <= size);
      }
      return unusable(picture, SkipReason.BROKEN_PICTURE, "is no JPEG, PNG or BMP");
    }
  }

  private static long lengthToldBy(byte[] bmp) {
    return ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).getInt(BMP_START.length)
        & 0xFFFF_FFFFL;
  }

  private static Optional<Skipped> complete(PictureFile picture, boolean hasEnd) {
    return hasEnd
        ? Optional.empty()
        : unusable(picture, SkipReason.BROKEN_PICTURE, "breaks off before the end of the image");
  }

  private static Optional<Skipped> unusable(PictureFile picture, SkipReason reason, String detail) {
    return Optional.of(new Skipped(reason, picture.name(), detail));
  }

  private static byte[] read(SeekableByteChannel channel, long from, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    channel.position(from);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      // a channel may give less than asked for
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private static boolean contains(byte[] bytes, byte[] part) {
    for (int i = bytes.length - part.length; i >= 0; i--) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }
}
