package reidstudio.engine;

import java.io.IOException;
import java.nio.file.Path;
import reidstudio.config.RunConfig;
import reidstudio.data.Dataset;
import reidstudio.data.layout.DatasetReader;

/** Builds the session of a run; it may take a while and can be cancelled. */
@FunctionalInterface
public interface SessionFactory {
  /**
   * Looks, before anything is made for it, whether this machine can carry out {@code config}; takes
   * no longer than a moment.
   *
   * @throws IOException with one sentence for the user
   */
  default void check(RunConfig config) throws IOException {}

  /**
   * Reads the data that {@code config} names and builds all that a run needs.
   *
   * @throws IOException with one sentence for the user
   * @throws java.util.concurrent.CancellationException if {@code listener} ends it
   */
  TrainingSession open(RunConfig config, StartListener listener) throws IOException;

  /**
   * Reads the data that {@code config} names, and builds nothing.
   *
   * @throws IOException with one sentence for the user
   */
  default Dataset data(RunConfig config) throws IOException {
    return DatasetReader.of(config.data()).open(Path.of(config.data().directory()));
  }
}
