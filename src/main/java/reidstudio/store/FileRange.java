package reidstudio.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file from one place to another, however the file grows meanwhile. */
final class FileRange extends InputStream {
  private final FileChannel channel;
  private final ReadingProgress progress;
  private final long end;
  private long position;

  FileRange(Path file, long from, long to, ReadingProgress progress) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
    this.progress = progress;
    position = from;
    end = to;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (position >= end) {
      return -1;
    }
    int most = (int) Math.min(length, end - position);
    int read = channel.read(ByteBuffer.wrap(into, offset, most), position);
    if (read > 0) {
      position += read;
      if (!progress.goesOn(read)) {
        throw new InterruptedIOException("The reading was cancelled.");
      }
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
