package reidstudio.ui.shell;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.config.StudioHome;

/**
 * Keeps a {@link WindowLook} from one start to the next, in {@code window.properties} of the home.
 * A file that cannot be read counts as none, one that cannot be written is a line in the log: a
 * window must open either way.
 */
final class WindowMemory {
  private static final Logger LOG = LoggerFactory.getLogger(WindowMemory.class);

  private final Path file;

  WindowMemory(StudioHome home) {
    this.file = home.root().resolve("window.properties");
  }

  /** What was kept last; empty where nothing was, or nothing that can be read. */
  Optional<WindowLook> recall() {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Properties kept = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      kept.load(reader);
      return Optional.of(WindowLook.of(kept));
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("{} is not readable, the window opens with its defaults", file, e);
      return Optional.empty();
    }
  }

  /** Keeps {@code look}; a reader finds the old or the new one, never a part. */
  synchronized void keep(WindowLook look) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.getParent());
      try (Writer writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
        look.toProperties().store(writer, null);
      }
      move(part);
    } catch (IOException e) {
      LOG.warn("cannot keep how the window looks in {}", file, e);
    }
  }

  private void move(Path part) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
