package reidstudio.engine;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand.StoredRun;
import reidstudio.diagnostic.inspection.BatchMeasurement;
import reidstudio.diagnostic.inspection.PlannedBatch;
import reidstudio.event.BatchInspection;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent.BatchInspected;

/**
 * Takes requests to look into a batch; at most one is under way. What needs the model is done
 * between two steps of its run; a stored run is looked into on a thread of its own, also while
 * another one trains.
 */
final class InspectionDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InspectionDesk.class);
  private static final int CLOSE_SECONDS = 10;

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

  /** The last stored run, of which somebody will want the next batch; the reader's own. */
  private Optional<Stored> last = Optional.empty();

  private record Stored(StoredRun run, boolean withModel, StoredBatches batches) {}

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

  /**
   * Reads the batch of {@code step} of a run that has no model in memory.
   *
   * @param withModel whether one may be loaded from the run's checkpoint
   */
  CommandAck onStored(StoredRun run, long step, boolean withModel) {
    if (!busy.compareAndSet(false, true)) {
      return underWay();
    }
    try {
      reader.execute(() -> answer(outside, step, () -> stored(run, withModel).at(step)));
      return new CommandAck.Accepted();
    } catch (RejectedExecutionException e) {
      busy.set(false);
      return refused("The program is closing.");
    }
  }

  /** Gives back the memory of a stored run's model. */
  void letGo() {
    try {
      reader.execute(this::forget);
    } catch (RejectedExecutionException closing) {
      // closing gives it back as well
    }
  }

  private void forget() {
    last.ifPresent(known -> known.batches().close());
    last = Optional.empty();
  }

  private StoredBatches stored(StoredRun run, boolean withModel) throws IOException {
    boolean known =
        last.filter(kept -> kept.run().equals(run) && kept.withModel() == withModel).isPresent();
    if (!known) {
      forget();
      StoredBatches batches =
          withModel
              ? StoredBatches.withModel(run, sessions)
              : StoredBatches.plans(run.config(), sessions);
      last = Optional.of(new Stored(run, withModel, batches));
    }
    return last.orElseThrow().batches();
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
    letGo();
    reader.shutdown();
    try {
      if (!reader.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a batch is still being read after {} seconds", CLOSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
