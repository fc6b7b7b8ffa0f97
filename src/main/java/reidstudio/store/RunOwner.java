package reidstudio.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells readers whether the process that writes a run is still there, by a small file with its
 * number, its start and its machine's mark; {@link RunLock}, which keeps writers apart, must not be
 * asked for that. A process of another machine cannot be asked either: it counts as there while it
 * touches the file.
 */
final class RunOwner {
  /** Own choice: longer than clocks that are set by hand differ, and than a disk stays away. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private static final Duration BEAT = Duration.ofSeconds(10);

  private final Path file;
  private Instant lastBeat = Instant.EPOCH;

  RunOwner(Path file) {
    this.file = file;
  }

  /** Notes this process as the owner. */
  void claim() throws IOException {
    AtomicFile.write(file, note(ProcessHandle.current()) + " " + MachineMark.here() + "\n");
  }

  /** Touches the file, if that is due. */
  void beat() {
    Instant now = Instant.now();
    if (Duration.between(lastBeat, now).compareTo(BEAT) < 0) {
      return;
    }
    lastBeat = now;
    try {
      Files.setLastModifiedTime(file, FileTime.from(now));
    } catch (IOException e) {
      // the recorder tells of a disk that is away
    }
  }

  /** Notes that nobody writes any more. */
  void release() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Whether the noted process runs, as far as this machine can tell. */
  boolean isAlive() {
    try {
      String[] words = words();
      return isHere(words) ? runs(words) : isFresh();
    } catch (IOException | NumberFormatException e) {
      return false;
    }
  }

  /** Whether another process than this one is noted and runs. */
  boolean isOther() throws IOException {
    if (Files.notExists(file)) {
      return false;
    }
    String[] words = words();
    boolean self =
        words.length > 1 && (words[0] + " " + words[1]).equals(note(ProcessHandle.current()));
    return isAlive() && !(isHere(words) && self);
  }

  private String[] words() throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8).strip().split(" ", 3);
  }

  /** An older version noted no machine. */
  private static boolean isHere(String[] words) {
    return words.length < 3 || words[2].equals(MachineMark.here());
  }

  private static boolean runs(String[] words) {
    return words.length > 1
        && ProcessHandle.of(Long.parseLong(words[0]))
            .filter(process -> start(process).equals(words[1]))
            .isPresent();
  }

  private boolean isFresh() throws IOException {
    Instant touched = Files.getLastModifiedTime(file).toInstant();
    return touched.plus(SILENCE).isAfter(Instant.now());
  }

  private static String note(ProcessHandle process) {
    return process.pid() + " " + start(process);
  }

  /** A number alone could have gone to another process since. */
  private static String start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}
