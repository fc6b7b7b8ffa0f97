package reidstudio.store;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a file of lines, one value each, and passes over those that cannot be parsed. A broken last
 * line is what a killed process leaves behind and does not count as unreadable.
 */
final class JsonLines<T> implements Closeable {
  private final BufferedReader reader;
  private final LineParser<T> parser;
  private T next;
  private boolean broken;
  private int unreadable;

  JsonLines(Path file, LineParser<T> parser) throws IOException {
    this(Files.newInputStream(file), parser);
  }

  /** Reads {@code bytes} and closes them. */
  JsonLines(InputStream bytes, LineParser<T> parser) throws IOException {
    // unlike Files.newBufferedReader, this one does not stop at a torn character
    this.reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 1 << 16);
    this.parser = parser;
    try {
      advance();
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /** The value that {@link #take} would give; null at the end. */
  T peek() {
    return next;
  }

  /** The next value; null at the end. */
  T take() throws IOException {
    T taken = next;
    advance();
    return taken;
  }

  /** Lines passed over so far. */
  int unreadable() {
    return unreadable;
  }

  private void advance() throws IOException {
    next = null;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (broken) {
        unreadable++;
      }
      try {
        next = parser.parse(line);
        broken = false;
        return;
      } catch (IOException | IllegalArgumentException e) {
        broken = true;
      }
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** Understands one line. */
  @FunctionalInterface
  interface LineParser<T> {
    /**
     * The value in {@code line}.
     *
     * @throws IOException or an {@link IllegalArgumentException} if the line cannot be understood
     */
    T parse(String line) throws IOException;
  }
}
