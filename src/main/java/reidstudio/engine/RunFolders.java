package reidstudio.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import reidstudio.config.Recipe;
import reidstudio.config.RunConfig;

/** Where runs are kept. */
public interface RunFolders {
  /**
   * Makes the folder of a new run.
   *
   * @param wanted an empty or missing folder to use; a new one under the program's home if empty
   * @param recipe what its settings began with, kept with the run
   * @return the folder; its name is the run's name in events
   * @throws IOException with one sentence for the user
   */
  Path create(RunConfig config, Optional<Path> wanted, Optional<Recipe> recipe) throws IOException;

  /**
   * Takes charge of the folder of a run that has ended, however it did.
   *
   * @throws IOException with one sentence for the user, also if another process writes the run
   */
  EndedRun reopen(Path folder) throws IOException;
}
