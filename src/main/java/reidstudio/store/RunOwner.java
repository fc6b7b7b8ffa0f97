package reidstudio.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Tells readers whether the process that writes a run is still there, by a small file with its
 * number and start; {@link RunLock}, which keeps writers apart, must not be asked for that.
 */
final class RunOwner {
  private final Path file;

  RunOwner(Path file) {
    this.file = file;
  }

  /** Notes this process as the owner. */
  void claim() throws IOException {
    AtomicFile.write(file, note(ProcessHandle.current()) + "\n");
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

  /** Whether another process than this one is noted and runs. */
  boolean isOther() throws IOException {
    if (Files.notExists(file)) {
      return false;
    }
    String noted = Files.readString(file, StandardCharsets.UTF_8).strip();
    return isAlive() && !noted.equals(note(ProcessHandle.current()));
  }

  private static String note(ProcessHandle process) {
    return process.pid() + " " + start(process);
  }

  /** A number alone could have gone to another process since. */
  private static String start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}
