package reidstudio.data.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file of a vocabulary, read whole but never without end. */
final class VocabularyFile {
  /** Many times what CLIP's files hold; a wrong choice must not fill the memory. */
  static final int MAX_BYTES = 64 << 20;

  private final Path path;

  VocabularyFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** The bytes as they are. */
  byte[] bytes() throws VocabularyException {
    return read(in -> in);
  }

  /** The bytes of a gzip file, unpacked. */
  byte[] unpacked() throws VocabularyException {
    return read(GZIPInputStream::new);
  }

  private byte[] read(Unpacking unpacking) throws VocabularyException {
    if (!Files.exists(path)) {
      throw new VocabularyException(
          "There is no file " + path + "; check the path or choose another vocabulary.");
    }
    if (!Files.isRegularFile(path)) {
      throw new VocabularyException(
          path + " is not an ordinary file; choose a vocabulary file instead.");
    }
    try (InputStream raw = Files.newInputStream(path);
        InputStream in = unpacking.of(raw)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new VocabularyException(
            "%s holds more than %d MiB, CLIP's vocabulary about 4; choose the right file."
                .formatted(path, MAX_BYTES >> 20));
      }
      return bytes;
    } catch (VocabularyException e) {
      throw e;
    } catch (IOException e) {
      throw new VocabularyException(
          "%s cannot be read (%s); check that the file is whole and that you may read it."
              .formatted(path, e),
          e);
    }
  }

  /** Puts a decoder before the bytes, or nothing. */
  private interface Unpacking {
    InputStream of(InputStream raw) throws IOException;
  }
}
