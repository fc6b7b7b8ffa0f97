package reidstudio.store.log;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts bytes that arrive in pieces into lines, at line feeds and at the carriage returns with which
 * a progress bar draws over itself. The bytes 10 and 13 are nothing else in UTF-8 and in GB18030;
 * in UTF-16, told by its mark, they are looked for in whole units.
 */
final class LineSplitter {
  /** A longer line is cut: no line of a log is, and memory is bounded. */
  static final int LIMIT = 1 << 20;

  private static final int FIRST_BUFFER = 1 << 10;

  private final Lines lines;
  private byte[] line = new byte[FIRST_BUFFER];
  private int length;
  private boolean tooLong;
  private Charset wide;
  private long seen;
  private int held;

  /** Takes one line after the other. */
  interface Lines {
    /**
     * A line without its end.
     *
     * @param charset what it is written in; null where the bytes themselves must tell
     * @param whole false if it was too long, or was not ended
     */
    void line(byte[] bytes, Charset charset, boolean whole);
  }

  LineSplitter(Lines lines) {
    this.lines = lines;
  }

  void feed(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      feed(bytes[i]);
    }
  }

  /** What is left has no end; it is a line all the same. */
  void finish() {
    if (seen == 1) {
      append((byte) held);
    }
    end(false);
  }

  private void feed(byte next) {
    seen++;
    if (seen == 1) {
      held = next;
    } else if (seen == 2) {
      begin((byte) held, next);
    } else if (wide == null) {
      single(next);
    } else if (seen % 2 == 1) {
      held = next;
    } else {
      pair((byte) held, next);
    }
  }

  private void begin(byte first, byte second) {
    if (first == (byte) 0xFF && second == (byte) 0xFE) {
      wide = StandardCharsets.UTF_16LE;
    } else if (first == (byte) 0xFE && second == (byte) 0xFF) {
      wide = StandardCharsets.UTF_16BE;
    } else {
      single(first);
      single(second);
    }
  }

  private void single(byte next) {
    if (next == '\n' || next == '\r') {
      end(true);
    } else {
      append(next);
    }
  }

  private void pair(byte first, byte second) {
    byte high = wide.equals(StandardCharsets.UTF_16BE) ? first : second;
    byte low = wide.equals(StandardCharsets.UTF_16BE) ? second : first;
    if (high == 0 && (low == '\n' || low == '\r')) {
      end(true);
    } else {
      append(first);
      append(second);
    }
  }

  private void append(byte next) {
    if (length == LIMIT) {
      tooLong = true;
      return;
    }
    if (length == line.length) {
      line = Arrays.copyOf(line, length * 2);
    }
    line[length++] = next;
  }

  private void end(boolean ended) {
    if (length > 0) {
      lines.line(Arrays.copyOf(line, length), wide, ended && !tooLong);
    }
    if (line.length > LIMIT / 2) {
      line = new byte[FIRST_BUFFER];
    }
    length = 0;
    tooLong = false;
  }
}
