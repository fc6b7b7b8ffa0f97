package reidstudio.engine;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.config.RunConfig;
import reidstudio.data.ProgressListener;
import reidstudio.event.Evaluation;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent.Evaluated;

/** One evaluation that somebody asked for, on the engine thread. */
final class AskedEvaluation {
  private static final Logger LOG = LoggerFactory.getLogger(AskedEvaluation.class);
  private static final String CANCELLED = "Cancelled.";

  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final Runnable freed;

  /**
   * @param freed called once it is over, before that is told
   */
  AskedEvaluation(Runnable freed) {
    this.freed = freed;
  }

  void cancel() {
    cancelled.set(true);
  }

  /** Judges the model of a run that waits between two steps. It leaves no trace in it. */
  void onRun(ActiveRun run) {
    RunLog log = run.log();
    TrainingSession session = run.session();
    Position position = run.position();
    EvaluationLog telling =
        new EvaluationLog(log, "Evaluation after step " + position.step(), freed);
    if (!session.task().isPossible()) {
      telling.failed(
          "The data folder has no test queries or no gallery; nobody can be looked for.");
      return;
    }
    try {
      Optional<EvaluationResult> result =
          session
              .evaluator((set, name, feature) -> {})
              .run(
                  share -> {
                    telling.progressed(share);
                    return !cancelled.get() && run.lifecycle().state() != RunState.STOPPING;
                  });
      if (result.isEmpty()) {
        telling.failed(CANCELLED);
        return;
      }
      Evaluation evaluation = result.get().evaluation(position.step(), position.epoch() - 1);
      log.publish(
          new Evaluated(log.run(), log.now(), evaluation, Optional.of(result.get().record())));
      telling.scored(evaluation, result.get().conduct(), result.get().warnings());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      telling.failed("The program is closing.");
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
      telling.failed(reason(e, session.config()));
    }
  }

  /**
   * Judges the last checkpoint of a run that has ended and keeps what comes of it in its folder.
   *
   * @param log for what happens outside any run
   */
  void onEnded(EndedRun ended, SessionFactory sessions, RunLog log) {
    String name = String.valueOf(ended.folder().getFileName());
    EvaluationLog telling = new EvaluationLog(log, "Evaluation of " + name, freed);
    try (ended) {
      RunEvaluation.Outcome outcome =
          new RunEvaluation(ended.folder(), ended.config(), sessions)
              .of(RunEvaluation.Weights.LAST, Optional.<Path>empty(), listener(telling));
      ended.record(
          new Evaluated(name, log.now(), outcome.evaluation(), Optional.of(outcome.record())));
      telling.scored(outcome.evaluation(), outcome.conduct(), outcome.warnings());
    } catch (CancellationException e) {
      telling.failed(CANCELLED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      telling.failed("The program is closing.");
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
      telling.failed(reason(e, ended.config()));
    }
  }

  /** Of a run that ended before the evaluation could begin. */
  void tooLate(RunLog log) {
    new EvaluationLog(log, "Evaluation", freed)
        .failed("The run ended before the evaluation could begin; ask again.");
  }

  private ProgressListener listener(EvaluationLog telling) {
    return new ProgressListener() {
      @Override
      public void progress(int done, int total) {
        telling.progressed((double) done / total);
      }

      @Override
      public boolean cancelled() {
        return cancelled.get();
      }
    };
  }

  private static String reason(Throwable e, RunConfig config) {
    LOG.error("an evaluation failed", e);
    if (e instanceof EngineException && new MemoryShortage(config).sentence(e).isPresent()) {
      return "Memory ran out in the evaluation; lower evaluation.batchSize from %d."
          .formatted(config.evaluation().batchSize());
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
