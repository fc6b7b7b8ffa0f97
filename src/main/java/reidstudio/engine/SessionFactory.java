package reidstudio.engine;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import reidstudio.config.RunConfig;

/** Builds the session of a run; reading the data may take a while and can be cancelled. */
@FunctionalInterface
public interface SessionFactory {
  /**
   * Reads the data that {@code config} names and builds all that a run needs.
   *
   * @throws IOException with one sentence for the user
   * @throws java.util.concurrent.CancellationException if {@code cancelled} becomes true
   */
  TrainingSession open(RunConfig config, BooleanSupplier cancelled) throws IOException;
}
