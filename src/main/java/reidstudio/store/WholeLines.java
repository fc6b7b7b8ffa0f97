package reidstudio.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How far the lines of a growing file were read. A line without an end is being written and waits.
 */
final class WholeLines {
  private final Path file;
  private long read;

  WholeLines(Path file) {
    this.file = file;
  }

  /**
   * What was not handed out before, up to the last line end; up to the end of the file if {@code
   * all}.
   *
   * @return from where to where
   */
  Span next(boolean all) throws IOException {
    long from = read;
    if (Files.exists(file) && Files.size(file) > read) {
      read = all ? Files.size(file) : Math.max(read, new TornLine(file).start());
    }
    return new Span(from, read);
  }

  /**
   * A stretch of bytes.
   *
   * @param from its first
   * @param to behind its last
   */
  record Span(long from, long to) {
    boolean isEmpty() {
      return from == to;
    }
  }
}
