package reidstudio.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The data folder that a verb's argument means. */
final class DataFolder {
  private final CommonOptions common;

  DataFolder(CommonOptions common) {
    this.common = common;
  }

  /**
   * {@code given}, or the demo set if it is null.
   *
   * @throws VerbFailure if there is no such folder
   */
  Path existing(Path given) throws VerbFailure {
    Path folder = given == null ? common.home().demo() : given.toAbsolutePath().normalize();
    if (Files.isDirectory(folder)) {
      return folder;
    }
    throw new VerbFailure(
        Exit.USAGE,
        given == null
            ? "The demo data set is not there yet; make it with 'dataset demo', or name a folder."
            : "There is no folder " + folder + "; name the folder that holds the data set.");
  }
}
