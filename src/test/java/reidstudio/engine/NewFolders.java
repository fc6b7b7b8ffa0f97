package reidstudio.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import reidstudio.config.Recipe;
import reidstudio.config.RunConfig;

/** A folder for each run name; none is opened again. */
record NewFolders(Path runs) implements RunFolders {
  @Override
  public Path create(RunConfig config, Optional<Path> wanted, Optional<Recipe> recipe)
      throws IOException {
    return Files.createDirectories(runs.resolve(config.name()));
  }

  @Override
  public EndedRun reopen(Path folder) throws IOException {
    throw new IOException(folder + " is no run.");
  }
}
