package reidstudio.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import reidstudio.store.RunReader;
import reidstudio.store.RunTrace;

/** Finds a run by the path of its folder, or by its name under the home. */
final class RunLookup {
  private final CommonOptions common;

  RunLookup(CommonOptions common) {
    this.common = common;
  }

  /**
   * The folder that {@code run} means.
   *
   * @throws VerbFailure if there is none
   */
  Path folder(String run) throws VerbFailure {
    Path runs = common.home().runs();
    try {
      Path named = runs.resolve(run);
      if (Files.isDirectory(named)) {
        return named;
      }
      Path given = Path.of(run).toAbsolutePath().normalize();
      if (Files.isDirectory(given)) {
        return given;
      }
    } catch (InvalidPathException e) {
      // Then it is no run either.
    }
    throw new VerbFailure(
        Exit.USAGE,
        "There is no run '%s', neither in %s nor as a folder; 'runs list' shows what there is."
            .formatted(run, runs));
  }

  /** The run that {@code run} means, read. */
  RunTrace open(String run) throws IOException, VerbFailure {
    return new RunReader().open(folder(run));
  }
}
