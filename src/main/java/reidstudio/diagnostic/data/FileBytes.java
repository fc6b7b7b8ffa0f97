package reidstudio.diagnostic.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is in a file, as a fingerprint. */
final class FileBytes {
  private FileBytes() {}

  /** SHA-256 of the file. */
  static String print(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      // every Java has SHA-256
      throw new IllegalStateException(e);
    }
  }
}
