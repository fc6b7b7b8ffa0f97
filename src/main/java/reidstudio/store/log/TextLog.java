package reidstudio.store.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import reidstudio.event.EventSink;
import reidstudio.event.Severity;

/**
 * A log of lines. Between two calls the file is closed; one that became shorter, or another file of
 * that name, is read from its beginning.
 *
 * <p>Thread: one at a time.
 */
public final class TextLog implements LogSource {
  private static final int PIECE = 1 << 16;

  /** So many bytes at its beginning tell whether a file is still the one that was read. */
  private static final int SIGN = 256;

  private final Path file;
  private final LogRun run;
  private final LineReading reading;
  private final LineDecoder decoder = new LineDecoder();
  private LineSplitter splitter;
  private long position;
  private byte[] head = new byte[0];

  /**
   * Reads {@code file}; nothing is opened before {@link #advance}.
   *
   * @param name of the run
   * @param sink takes the events
   * @param zone of the times in the file
   * @throws IOException if it cannot be looked at
   */
  public TextLog(Path file, String name, EventSink sink, ZoneId zone) throws IOException {
    this.file = file;
    long written = Files.getLastModifiedTime(file).toMillis();
    this.run = new LogRun(name, sink, written);
    int year = Instant.ofEpochMilli(written).atZone(zone).getYear();
    this.reading = new LineReading(run, new LogPrefix(zone, year));
    this.splitter = new LineSplitter(this::line);
  }

  @Override
  public boolean advance() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (isAnother(channel)) {
        beginAgain();
      }
      long before = position;
      ByteBuffer piece = ByteBuffer.allocate(PIECE);
      while (channel.read(piece, position) > 0) {
        remember(piece.array(), piece.position());
        position += piece.position();
        splitter.feed(piece.array(), piece.position());
        piece.clear();
      }
      return position > before;
    }
  }

  @Override
  public void finish() {
    splitter.finish();
    run.finish();
  }

  @Override
  public LogCounts counts() {
    return reading.counts();
  }

  @Override
  public List<String> programs() {
    return reading.programs();
  }

  private void remember(byte[] piece, int count) {
    if (position == head.length && head.length < SIGN) {
      int more = Math.min(SIGN - head.length, count);
      head = Arrays.copyOf(head, head.length + more);
      System.arraycopy(piece, 0, head, head.length - more, more);
    }
  }

  private boolean isAnother(FileChannel channel) throws IOException {
    if (channel.size() < position) {
      return true;
    }
    ByteBuffer now = ByteBuffer.allocate(head.length);
    while (now.hasRemaining() && channel.read(now, now.position()) > 0) {
      // until all is there
    }
    return !Arrays.equals(now.array(), head);
  }

  private void beginAgain() {
    splitter.finish();
    splitter = new LineSplitter(this::line);
    position = 0;
    head = new byte[0];
    run.line(
        Severity.WARNING,
        "The log file became shorter or was replaced; it is read again from its beginning.");
  }

  private void line(byte[] bytes, Charset charset, boolean whole) {
    reading.line(decoder.text(bytes, charset, whole), whole);
  }
}
