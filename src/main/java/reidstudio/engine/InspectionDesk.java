package reidstudio.engine;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.command.CommandAck;
import reidstudio.config.RunConfig;
import reidstudio.diagnostic.inspection.BatchMeasurement;
import reidstudio.diagnostic.inspection.PlannedBatch;
import reidstudio.event.BatchInspection;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent.BatchInspected;

/**
 * Takes requests to look into a batch; at most one is under way. What needs the model is done
 * between two steps of its run; a plan alone is read on a thread of its own, so that a stored run
 * can be looked into while another one trains.
 */
final class InspectionDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InspectionDesk.class);

  private final SessionFactory sessions;
  private final RunLog outside;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "batch-plans");
            thread.setDaemon(true);
            return thread;
          });

  /** The last run without a model, of which somebody will want the next batch. */
  private Optional<Ended> last = Optional.empty();

  private record Ended(RunConfig config, PlannedBatches batches) {}

  /** Makes an answer. */
  @FunctionalInterface
  private interface Look {
    BatchInspection into() throws IOException;
  }

  /**
   * @param outside for what happens outside any run
   */
  InspectionDesk(SessionFactory sessions, RunLog outside) {
    this.sessions = sessions;
    this.outside = outside;
  }

  /** Looks into the batch of {@code step} with the model of {@code run}, between two steps. */
  CommandAck onRun(ActiveRun run, long step) {
    RunState state = run.lifecycle().state();
    if (state == RunState.STARTING || state == RunState.STOPPING) {
      return refused("The run is " + state.name().toLowerCase(Locale.ROOT) + "; wait.");
    }
    if (!busy.compareAndSet(false, true)) {
      return underWay();
    }
    boolean posted =
        run.gate()
            .post(
                () -> answer(run.log(), step, () -> measured(run, step)),
                () -> failed(run.log(), step, "The run ended before that; ask again."));
    if (!posted) {
      busy.set(false);
      return refused("The run is ending; wait.");
    }
    return new CommandAck.Accepted();
  }

  /** Reads the batch of {@code step} of a run that has no model in memory. */
  CommandAck onEnded(RunConfig config, long step) {
    if (!busy.compareAndSet(false, true)) {
      return underWay();
    }
    try {
      reader.execute(() -> answer(outside, step, () -> planned(config, step)));
      return new CommandAck.Accepted();
    } catch (RejectedExecutionException e) {
      busy.set(false);
      return refused("The program is closing.");
    }
  }

  private static BatchInspection measured(ActiveRun run, long step) throws IOException {
    TrainingSession session = run.session();
    Position position = run.position();
    PlannedBatch batch = session.planned().at(step);
    BatchMeasurement measurement =
        new BatchMeasurement(
            session.pack(), session.model(), session.losses(), session.config().loss());
    return batch.inspection(
        session.dataset(),
        Optional.of(measurement.of(batch.batch(), position.epoch(), position.step())));
  }

  private BatchInspection planned(RunConfig config, long step) throws IOException {
    if (last.filter(known -> known.config().equals(config)).isEmpty()) {
      last = Optional.empty();
      last = Optional.of(new Ended(config, PlannedBatches.of(config, sessions.data(config))));
    }
    PlannedBatches batches = last.orElseThrow().batches();
    return batches.at(step).inspection(batches.dataset(), Optional.empty());
  }

  /** Whoever hears of the answer may ask for the next batch at once. */
  private void answer(RunLog log, long step, Look look) {
    try {
      BatchInspection found = look.into();
      busy.set(false);
      log.publish(new BatchInspected(log.run(), log.now(), step, Optional.of(found), ""));
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
      LOG.error("the batch of step {} cannot be looked into", step, e);
      failed(log, step, e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  private void failed(RunLog log, long step, String reason) {
    busy.set(false);
    log.publish(new BatchInspected(log.run(), log.now(), step, Optional.empty(), reason));
  }

  private static CommandAck underWay() {
    return refused("A batch is being looked into already; wait for it.");
  }

  private static CommandAck refused(String reason) {
    return new CommandAck.Refused(reason);
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
