package reidstudio.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.command.RunCommand.StoredRun;
import reidstudio.config.RunConfig;
import reidstudio.diagnostic.inspection.BatchMeasurement;
import reidstudio.diagnostic.inspection.PlannedBatch;
import reidstudio.event.BatchInspection;
import reidstudio.event.BatchMeasures;

/**
 * The batches of a run that has no model in memory: its plans, and with the weights of its newest
 * checkpoint also what the model makes of them.
 *
 * <p>Thread: one at a time. Native memory: a model, if there is one, until {@link #close}.
 */
final class StoredBatches implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StoredBatches.class);

  private final PlannedBatches planned;
  private final Optional<StoredModel> model;

  /** Why there is no model though one was wanted; else empty. */
  private final String unusable;

  private StoredBatches(PlannedBatches planned, Optional<StoredModel> model, String unusable) {
    this.planned = planned;
    this.model = model;
    this.unusable = unusable;
  }

  /** Plans alone. */
  static StoredBatches plans(RunConfig config, SessionFactory sessions) throws IOException {
    return plans(config, sessions, "");
  }

  private static StoredBatches plans(RunConfig config, SessionFactory sessions, String unusable)
      throws IOException {
    PlannedBatches planned = PlannedBatches.of(config, sessions.data(config));
    return new StoredBatches(planned, Optional.empty(), unusable);
  }

  /** With the model if its checkpoint can be used; else plans alone, which say why. */
  static StoredBatches withModel(StoredRun run, SessionFactory sessions) throws IOException {
    if (run.folder().isEmpty()) {
      return plans(run.config(), sessions);
    }
    try {
      return restored(run.folder().get(), run.config(), sessions);
    } catch (IOException | RuntimeException e) {
      LOG.warn("batches of {} are shown without a model", run.folder().get(), e);
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      return plans(run.config(), sessions, reason);
    }
  }

  private static StoredBatches restored(Path folder, RunConfig config, SessionFactory sessions)
      throws IOException {
    StoredModel model = StoredModel.of(folder, config, sessions, () -> false);
    model.warnings().forEach(warning -> LOG.warn("{}: {}", folder, warning));
    return new StoredBatches(model.session().planned(), Optional.of(model), "");
  }

  private static BatchMeasures measures(StoredModel model, PlannedBatch batch) {
    TrainingSession session = model.session();
    return new BatchMeasurement(
            session.pack(), session.model(), session.losses(), session.config().loss())
        .of(batch.batch(), model.position().epoch(), model.position().step());
  }

  /**
   * The batch of {@code step}.
   *
   * @throws IOException with one sentence if there is none
   */
  BatchInspection at(long step) throws IOException {
    PlannedBatch batch = planned.at(step);
    return batch
        .inspection(planned.dataset(), model.map(known -> measures(known, batch)))
        .withUnusable(unusable);
  }

  @Override
  public void close() {
    model.ifPresent(StoredModel::close);
  }
}
