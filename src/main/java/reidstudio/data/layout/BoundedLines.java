package reidstudio.data.layout;

import java.io.IOException;
import java.io.Reader;

/** Lines of a text, each cut at a length, so that a file of one endless line takes no memory. */
final class BoundedLines {
  private final Reader reader;
  private final int longest;

  /** Reads from {@code reader}, which should buffer. */
  BoundedLines(Reader reader, int longest) {
    this.reader = reader;
    this.longest = longest;
  }

  /** The next line, without its end; null after the last. */
  String next() throws IOException {
    StringBuilder line = new StringBuilder();
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = reader.read()) {
      if (line.length() < longest) {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
