package reidstudio.data.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A new folder among the system's temporary ones, deleted with all it holds when it is closed. */
public record ScratchFolder(Path path) implements AutoCloseable {
  /**
   * Makes one.
   *
   * @throws IOException with one sentence for the user
   */
  public static ScratchFolder create() throws IOException {
    try {
      return new ScratchFolder(Files.createTempDirectory("reid-studio-bench"));
    } catch (IOException e) {
      throw new IOException(
          "No folder can be made in %s (%s); make room there or name another with -Djava.io.tmpdir."
              .formatted(System.getProperty("java.io.tmpdir"), e.getMessage()),
          e);
    }
  }

  @Override
  public void close() throws IOException {
    FolderTree.delete(path);
  }
}
