package reidstudio.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Tells whether the process that writes a run is still there, by a small file with its number and
 * start. A file lock would be more obvious, but on POSIX systems a reader in the same process would
 * release it by closing the file.
 */
final class RunOwner {
  private final Path file;

  RunOwner(Path file) {
    this.file = file;
  }

  /** Notes this process as the owner. */
  void claim() throws IOException {
    ProcessHandle me = ProcessHandle.current();
    AtomicFile.write(file, me.pid() + " " + start(me) + "\n");
  }

  /** Notes that nobody writes any more. */
  void release() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Whether the noted process runs on this machine. */
  boolean isAlive() {
    try {
      String[] words = Files.readString(file, StandardCharsets.UTF_8).strip().split(" ", 2);
      return words.length == 2
          && ProcessHandle.of(Long.parseLong(words[0]))
              .filter(process -> start(process).equals(words[1]))
              .isPresent();
    } catch (IOException | NumberFormatException e) {
      return false;
    }
  }

  /** A number alone could have gone to another process since. */
  private static String start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}
