package reidstudio.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells machines that share a disk apart, without naming them. */
final class MachineMark {
  private static final String HERE = mark();
  private static final int BYTES = 6;

  private MachineMark() {}

  /** This machine's. */
  static String here() {
    return HERE;
  }

  private static String mark() {
    String names =
        read("/etc/machine-id")
            + read("/proc/sys/kernel/hostname")
            + System.getenv("COMPUTERNAME")
            + System.getenv("HOSTNAME");
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(names.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each Java has SHA-256", e);
    }
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
