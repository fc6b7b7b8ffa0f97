package reidstudio.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import reidstudio.config.Recipe;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;

/** Makes new run folders. */
final class RunFolderMaker {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

  private final Path runs;
  private final Clock clock;

  RunFolderMaker(Path runs, Clock clock) {
    this.runs = runs;
    this.clock = clock;
  }

  /**
   * A folder with the configuration, the environment and the empty logs in it.
   *
   * @throws IOException with a sentence for the user
   */
  RunFolder make(RunConfig config, Optional<Path> wanted, Optional<Recipe> recipe)
      throws IOException {
    Path path = wanted.isPresent() ? given(wanted.get()) : fresh(config.name());
    RunFolder folder = new RunFolder(path);
    try {
      AtomicFile.write(folder.config(), new RunConfigCodec().toJson(config) + "\n");
      AtomicFile.write(folder.environment(), new EnvironmentJson().text(clock.instant(), recipe));
      Files.createFile(folder.metrics());
      Files.createFile(folder.events());
      new RunOwner(folder.owner()).claim();
      return folder;
    } catch (IOException e) {
      throw cannot(path, e);
    }
  }

  /** Two runs that begin in the same second get different numbers. */
  private Path fresh(String name) throws IOException {
    String stem = TIME.format(ZonedDateTime.now(clock)) + "-" + name;
    try {
      Files.createDirectories(runs);
    } catch (IOException e) {
      throw cannot(runs, e);
    }
    for (int number = 1; ; number++) {
      Path path = runs.resolve(number == 1 ? stem : stem + "-" + number);
      try {
        return Files.createDirectory(path);
      } catch (FileAlreadyExistsException taken) {
        // the next number, then
      } catch (IOException e) {
        throw cannot(path, e);
      }
    }
  }

  private static Path given(Path path) throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new IOException(path + " is a file; choose an empty or a new folder for the run.");
    }
    try {
      Files.createDirectories(path);
      if (isEmpty(path)) {
        return path;
      }
    } catch (IOException e) {
      throw cannot(path, e);
    }
    throw new IOException(
        "The folder " + path + " is not empty; choose an empty or a new folder for the run.");
  }

  private static boolean isEmpty(Path path) throws IOException {
    try (DirectoryStream<Path> content = Files.newDirectoryStream(path)) {
      return !content.iterator().hasNext();
    }
  }

  private static IOException cannot(Path path, IOException cause) {
    return new IOException(
        "The run folder %s cannot be made (%s); choose a folder that can be written, or free space."
            .formatted(path, IoReason.of(cause)),
        cause);
  }
}
