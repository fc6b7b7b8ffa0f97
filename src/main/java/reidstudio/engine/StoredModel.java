package reidstudio.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import reidstudio.config.RunConfig;

/**
 * The model of a run that has none in memory, as its newest usable checkpoint has it.
 *
 * <p>Native memory: the session's, until {@link #close}.
 *
 * @param session with all arrays of the checkpoint
 * @param position where the run stood
 * @param warnings for a user: newer checkpoints that cannot be used, data that are not the same
 */
record StoredModel(TrainingSession session, Position position, List<String> warnings)
    implements AutoCloseable {
  /**
   * Restores the model of the run in {@code folder}.
   *
   * @throws IOException with one sentence for the user if there is no usable checkpoint, or the
   *     data have become others
   * @throws java.util.concurrent.CancellationException if {@code cancelled} while data are read
   */
  static StoredModel of(
      Path folder, RunConfig config, SessionFactory sessions, BooleanSupplier cancelled)
      throws IOException {
    CheckpointFolder.Choice choice =
        new CheckpointFolder(folder.resolve("checkpoints")).newestUsable();
    CheckpointFile checkpoint = choice.checkpoint();
    List<String> warnings = new ArrayList<>(choice.warnings());
    TrainingSession session = sessions.open(config, cancelled::getAsBoolean);
    try {
      new DataCheck(folder, checkpoint.facts().data()).check(session).ifPresent(warnings::add);
      checkpoint.restore(session.state(), session.pack());
      return new StoredModel(session, checkpoint.facts().position(), warnings);
    } catch (IOException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
