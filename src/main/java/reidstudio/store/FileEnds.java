package reidstudio.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Reads lines at the beginning and the end of a file that may be very long. */
final class FileEnds {
  private FileEnds() {}

  /** The lines within the first {@code bytes}; the last one may be cut. */
  static List<String> head(Path file, int bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return read(channel, 0, (int) Math.min(bytes, channel.size())).lines().toList();
    }
  }

  /** The lines that begin within the last {@code bytes}, in order; the last one may be torn. */
  static List<String> tail(Path file, int bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      int length = (int) Math.min(bytes, channel.size());
      long start = channel.size() - length;
      List<String> lines = read(channel, start, length).lines().toList();
      return start == 0 || lines.isEmpty() ? lines : lines.subList(1, lines.size());
    }
  }

  private static String read(FileChannel channel, long start, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, start + buffer.position()) < 0) {
        break;
      }
    }
    return StandardCharsets.UTF_8.decode(buffer.flip()).toString();
  }
}
