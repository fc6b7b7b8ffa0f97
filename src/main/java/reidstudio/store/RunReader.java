package reidstudio.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a run from its folder, whoever wrote it and however it ended. What is missing or broken is
 * told in {@link RunTrace#problems()}; what is there is shown.
 */
public final class RunReader {
  /**
   * The run in {@code folder}, as far as its files tell.
   *
   * @throws IOException with a sentence for the user, if this is no run folder or cannot be read
   */
  public RunTrace open(Path folder) throws IOException {
    return upTo(folder, Long.MAX_VALUE).trace();
  }

  /**
   * A run as far as it is wanted.
   *
   * @param trace what is known of it
   * @param lastStep the step that events written next come after, whether it is wanted or not
   */
  record Part(RunTrace trace, long lastStep) {}

  /** As {@link #open}, without the steps after {@code step}. */
  Part upTo(Path folder, long step) throws IOException {
    RunFolder files = new RunFolder(folder);
    checkIsRun(files);
    try {
      RunReading reading = new RunReading(files, new RunReading.Scope(key -> true, step));
      reading.readAll(ReadingProgress.UNHEARD);
      return new Part(reading.trace(), reading.lastStep());
    } catch (IOException e) {
      throw unreadable(files, e);
    }
  }

  /** A run folder has at least one of the two logs. */
  static void checkIsRun(RunFolder files) throws IOException {
    if (!Files.isDirectory(files.path())) {
      throw new IOException(files.path() + " is not a folder; choose the folder of a run.");
    }
    if (Files.notExists(files.metrics()) && Files.notExists(files.events())) {
      throw new IOException(
          files.path()
              + " is not the folder of a run: it has neither metrics.jsonl nor events.jsonl.");
    }
  }

  static IOException unreadable(RunFolder files, IOException cause) {
    return new IOException(
        "The run in %s cannot be read (%s); check that the disk is there and may be read."
            .formatted(files.path(), IoReason.of(cause)),
        cause);
  }
}
