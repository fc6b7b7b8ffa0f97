package reidstudio.store.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The records of a TensorBoard event file: length (u64), masked CRC32C of the length, bytes, masked
 * CRC32C of the bytes, all little-endian. A record that is not all there yet is waited for.
 */
final class EventFile {
  private static final int MASK_DELTA = 0xa282ead8;
  private static final int HEAD = 12;
  private static final int TAIL = 4;

  /** No event with numbers is larger; pictures may be, and are passed over. */
  private static final long LARGEST = 1 << 24;

  private final Path path;
  private long position;
  private boolean lost;

  /** Takes in records. */
  interface Records {
    void whole(byte[] data);

    /** A record that is damaged, or too large to hold numbers. */
    void unreadable(boolean damaged);
  }

  EventFile(Path path) {
    this.path = path;
  }

  /** Whether {@code file} begins as an event file does. */
  static boolean isOne(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      byte[] head = read(channel, 0, HEAD);
      return head.length == HEAD && isHead(head);
    }
  }

  Path path() {
    return path;
  }

  /**
   * Reads what is there and was not read before.
   *
   * @param most records to read
   * @return whether there was anything
   */
  boolean advance(Records records, long most) throws IOException {
    long before = position;
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      for (long i = 0; i < most && !lost && next(channel, records); i++) {
        // the next one
      }
    }
    return position > before;
  }

  /** Whether part of a record is left that was never completed. */
  boolean hasRest() throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return !lost && channel.size() > position;
    }
  }

  /** Behind a damaged length nobody knows where the next record begins. */
  private boolean next(FileChannel channel, Records records) throws IOException {
    byte[] head = read(channel, position, HEAD);
    if (head.length < HEAD) {
      return false;
    }
    long length = littleEndian(head).getLong();
    if (!isHead(head)) {
      lost = true;
      records.unreadable(true);
      return false;
    }
    if (channel.size() - position - HEAD - TAIL < length) {
      return false;
    }
    if (length > LARGEST) {
      records.unreadable(false);
    } else {
      byte[] body = read(channel, position + HEAD, (int) length + TAIL);
      int crc = littleEndian(body).getInt((int) length);
      if (crc == maskedCrc(body, (int) length)) {
        records.whole(Arrays.copyOf(body, (int) length));
      } else {
        records.unreadable(true);
      }
    }
    position += HEAD + length + TAIL;
    return true;
  }

  private static boolean isHead(byte[] head) {
    ByteBuffer fields = littleEndian(head);
    return fields.getLong() >= 0 && fields.getInt() == maskedCrc(head, 8);
  }

  /** Fewer bytes at the end of the file. */
  private static byte[] read(FileChannel channel, long from, int length) throws IOException {
    byte[] bytes = new byte[length];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) > 0) {
      // until all is there
    }
    return Arrays.copyOf(bytes, buffer.position());
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int maskedCrc(byte[] data, int length) {
    CRC32C crc = new CRC32C();
    crc.update(data, 0, length);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK_DELTA;
  }
}
