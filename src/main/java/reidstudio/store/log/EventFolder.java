package reidstudio.store.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** TensorBoard's files of one run: a file, or all in a folder, oldest first. */
final class EventFolder {
  private static final String NAME = "events.out.tfevents.";
  private static final int RECORDS_AT_START = 8;

  private final Path path;

  EventFolder(Path path) {
    this.path = path;
  }

  /** The files that are there now; their names begin with the time at which they were begun. */
  List<Path> files() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> found = Files.list(path)) {
      return found
          .filter(file -> file.getFileName().toString().startsWith(NAME))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  /** The step at which the process that wrote {@code file} began again; empty if it did not. */
  static OptionalLong restart(Path file) throws IOException {
    Restart restart = new Restart();
    new EventFile(file).advance(restart, RECORDS_AT_START);
    return restart.at;
  }

  private static final class Restart implements EventFile.Records {
    private OptionalLong at = OptionalLong.empty();

    @Override
    public void whole(byte[] data) {
      try {
        OptionalLong here = ScalarEvent.read(data).restartAt();
        at = here.isPresent() ? here : at;
      } catch (IllegalArgumentException e) {
        // counted when the file itself is read
      }
    }

    @Override
    public void unreadable(boolean damaged) {
      // counted when the file itself is read
    }
  }
}
