package reidstudio.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The last line of a log whose process was killed while it wrote. */
final class TornLine {
  private static final int PIECE = 1 << 16;

  private final Path file;

  TornLine(Path file) {
    this.file = file;
  }

  /**
   * Makes the file end with a whole line: a last line that lacks only its end gets it, any other
   * part of a line is cut off. Whole lines are never touched.
   */
  void mend() throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long start = lastLineStart(channel);
      if (start == channel.size()) {
        return;
      }
      if (isWhole(read(channel, start, (int) (channel.size() - start)))) {
        channel.write(ByteBuffer.wrap(new byte[] {'\n'}), channel.size());
      } else {
        channel.truncate(start);
      }
    }
  }

  /** Where it begins; the size of the file if there is none. */
  long start() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return lastLineStart(channel);
    }
  }

  /** Behind the last line end; the size of the file if it ends with one. */
  private static long lastLineStart(FileChannel channel) throws IOException {
    for (long end = channel.size(); end > 0; end -= PIECE) {
      long from = Math.max(0, end - PIECE);
      byte[] bytes = read(channel, from, (int) (end - from));
      for (int i = bytes.length - 1; i >= 0; i--) {
        if (bytes[i] == '\n') {
          return from + i + 1;
        }
      }
    }
    return 0;
  }

  private static byte[] read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
      // until all is there
    }
    return bytes.array();
  }

  private static boolean isWhole(byte[] line) {
    try {
      var tree = Json.MAPPER.readTree(new String(line, StandardCharsets.UTF_8));
      return tree != null && tree.isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
