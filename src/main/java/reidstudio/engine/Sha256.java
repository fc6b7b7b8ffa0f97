package reidstudio.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of all bytes that are written through it to another channel. */
final class Sha256 implements WritableByteChannel {
  private final WritableByteChannel out;
  private final MessageDigest digest = digest();

  Sha256(WritableByteChannel out) {
    this.out = out;
  }

  static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** In hexadecimal digits; the end of this object's use. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    ByteBuffer view = source.duplicate();
    int written = out.write(source);
    digest.update(view.limit(view.position() + written));
    return written;
  }

  @Override
  public boolean isOpen() {
    return out.isOpen();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
