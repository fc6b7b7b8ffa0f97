package reidstudio.store;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of records that only grows. Records wait in memory until they are flushed; after a failure
 * they wait on, and the next flush opens the file anew and cuts off what was written in part, so
 * that an outage leaves no torn record in the middle.
 *
 * <p>Thread: one.
 */
final class AppendFile implements Closeable {
  private static final int WAITING_LIMIT = 8 << 20;

  private final Path file;
  private final byte[] header;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private FileChannel channel;
  private long length;
  private int recordsWaiting;
  private int recordsUnsynced;
  private long lost;

  /**
   * A file that does not exist yet.
   *
   * @param header what it begins with
   */
  AppendFile(Path file, byte[] header) {
    this.file = file;
    this.header = header.clone();
  }

  /** A file that has whole records already and goes on behind them. */
  static AppendFile continuing(Path file) throws IOException {
    AppendFile append = new AppendFile(file, new byte[0]);
    append.length = Files.size(file);
    return append;
  }

  /** Takes over one record; beyond 8 MiB of waiting records it is lost and counted. */
  void append(byte[] record) {
    if (waiting.size() + record.length > WAITING_LIMIT) {
      lost++;
    } else {
      waiting.writeBytes(record);
      recordsWaiting++;
    }
  }

  /** Whether there is something to {@link #sync}. */
  boolean isDirty() {
    return recordsWaiting > 0 || recordsUnsynced > 0;
  }

  /** Records that are not in the file yet. */
  int waiting() {
    return recordsWaiting;
  }

  /** Records that will never be in the file. */
  long lost() {
    return lost;
  }

  /** Hands all records to the operating system; they survive the end of the process. */
  void flush() throws IOException {
    if (channel == null) {
      open();
    }
    if (recordsWaiting == 0) {
      return;
    }
    try {
      write(waiting.toByteArray());
    } catch (IOException e) {
      abandon();
      throw e;
    }
    waiting.reset();
    recordsUnsynced += recordsWaiting;
    recordsWaiting = 0;
  }

  /** Flushes and waits until the disk has it; it survives a loss of power. */
  void sync() throws IOException {
    flush();
    try {
      // An open file that was removed takes writes as if nothing had happened.
      if (!Files.exists(file)) {
        lost += recordsUnsynced;
        recordsUnsynced = 0;
        throw new NoSuchFileException(file.toString());
      }
      channel.force(false);
    } catch (IOException e) {
      abandon();
      throw e;
    }
    recordsUnsynced = 0;
  }

  /** Syncs and lets go of the file; a later flush opens it again. */
  @Override
  public void close() throws IOException {
    try {
      if (isDirty()) {
        sync();
      }
    } finally {
      abandon();
    }
  }

  private void open() throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      length = Math.min(length, channel.size());
      channel.truncate(length);
      if (length == 0) {
        write(header);
      }
    } catch (IOException e) {
      abandon();
      throw e;
    }
  }

  private void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long position = length;
    while (buffer.hasRemaining()) {
      position += channel.write(buffer, position);
    }
    length = position;
  }

  private void abandon() {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      // What matters was synced, or is reported by the failure that led here.
    } finally {
      channel = null;
    }
  }
}
