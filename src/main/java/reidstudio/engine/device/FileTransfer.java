package reidstudio.engine.device;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files over HTTP that go on where they ended, after a break of the line or of the program. */
final class FileTransfer {
  private static final Logger LOG = LoggerFactory.getLogger(FileTransfer.class);

  /** Own choice: so often in a row without a byte, and it is given up. */
  private static final int ATTEMPTS = 5;

  private static final int BLOCK = 1 << 16;

  private final int silenceMillis;

  /** A server that is silent for {@code silenceMillis} is asked again. */
  FileTransfer(int silenceMillis) {
    this.silenceMillis = silenceMillis;
  }

  /** The lines of a short text. */
  List<String> lines(URI place) throws IOException {
    HttpURLConnection connection = open(place);
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } finally {
      connection.disconnect();
    }
  }

  /** Bytes of the file; 0 if the server does not say. */
  long size(URI place) throws IOException {
    HttpURLConnection connection = open(place);
    connection.setRequestMethod("HEAD");
    try {
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK
          ? Math.max(0, connection.getContentLengthLong())
          : 0;
    } finally {
      connection.disconnect();
    }
  }

  /**
   * Completes {@code target}, which may hold the file's beginning.
   *
   * @param bytes of the whole file; 0 if unknown, then it is fetched from its beginning
   * @throws FileNotFoundException if it is not there
   * @throws IOException if nothing comes several times in a row, or the disk is full
   * @throws java.util.concurrent.CancellationException if {@code listener} ends it
   */
  void fetch(URI place, Path target, long bytes, DownloadListener listener) throws IOException {
    if (length(target) > bytes) {
      Files.delete(target);
    }
    int inVain = 0;
    while (bytes == 0 || length(target) < bytes) {
      long before = length(target);
      try {
        append(place, target, bytes, listener);
        if (bytes == 0) {
          return;
        }
      } catch (FileNotFoundException e) {
        throw e;
      } catch (IOException e) {
        listener.throwIfCancelled();
        inVain = length(target) > before ? 0 : inVain + 1;
        if (inVain == ATTEMPTS) {
          throw e;
        }
        LOG.info("{} after {} bytes, asking again: {}", place, length(target), e.toString());
      }
    }
  }

  private static long length(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  private void append(URI place, Path target, long bytes, DownloadListener listener)
      throws IOException {
    long have = bytes == 0 ? 0 : length(target);
    HttpURLConnection connection = open(place);
    if (have > 0) {
      connection.setRequestProperty("Range", "bytes=" + have + "-");
    }
    try (InputStream in = connection.getInputStream()) {
      boolean goesOn = connection.getResponseCode() == HttpURLConnection.HTTP_PARTIAL;
      have = copy(in, target, goesOn ? have : 0, bytes, listener);
    } finally {
      connection.disconnect();
    }
    if (have < bytes) {
      throw new EOFException("the connection ended after " + have + " bytes");
    }
  }

  /** Behind the first {@code have} bytes of {@code target}; how many it has then. */
  private static long copy(
      InputStream in, Path target, long have, long bytes, DownloadListener listener)
      throws IOException {
    long written = have;
    try (OutputStream out =
        Files.newOutputStream(
            target,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            have > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)) {
      byte[] block = new byte[BLOCK];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        listener.throwIfCancelled();
        out.write(block, 0, read);
        written += read;
        listener.progress(written, bytes);
      }
    }
    return written;
  }

  private HttpURLConnection open(URI place) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) place.toURL().openConnection();
    connection.setConnectTimeout(silenceMillis);
    connection.setReadTimeout(silenceMillis);
    return connection;
  }
}
