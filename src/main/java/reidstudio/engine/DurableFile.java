package reidstudio.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written beside its place, synced, and then renamed: whoever reads it finds the old
 * content or the new one, never a part, also after a loss of power.
 */
final class DurableFile {
  private final Path file;
  private final Path beside;

  DurableFile(Path file) {
    this.file = file;
    this.beside = file.resolveSibling(file.getFileName() + ".part");
  }

  /** What goes into the file. */
  @FunctionalInterface
  interface Content {
    void writeTo(WritableByteChannel out) throws IOException;
  }

  /** Puts {@code content} in its place; returns its SHA-256. */
  String write(Content content) throws IOException {
    String sum = prepare(content);
    publish();
    return sum;
  }

  /**
   * Writes {@code content} beside the place, on the disk; returns its SHA-256. What fails leaves
   * nothing: on a full disk its half would keep the next try from its room.
   */
  String prepare(Content content) throws IOException {
    try {
      return writeBeside(content);
    } catch (IOException | RuntimeException e) {
      try {
        if (Files.isRegularFile(beside)) {
          Files.delete(beside);
        }
      } catch (IOException stays) {
        e.addSuppressed(stays);
      }
      throw e;
    }
  }

  private String writeBeside(Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      Sha256 out = new Sha256(channel);
      content.writeTo(out);
      channel.force(true);
      return out.hex();
    }
  }

  /** Renames what was {@link #prepare prepared} into its place. */
  void publish() throws IOException {
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    syncFolder(file.toAbsolutePath().getParent());
  }

  /** The new name itself; Windows can and need not do it. */
  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Then the name is on the disk when the system puts it there.
    }
  }

  /** Why writing failed, in words for a user; the JDK's message for a file is often just a path. */
  static String reason(IOException e) {
    if (e instanceof FileAlreadyExistsException file) {
      return file.getFile() + " is a file, a folder is needed";
    }
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return e.getMessage();
  }
}
