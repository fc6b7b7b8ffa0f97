package reidstudio.engine;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.config.RunConfig;
import reidstudio.diagnostic.Diagnosis;
import reidstudio.diagnostic.Subject;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.Finding;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.DiagnosisFailed;
import reidstudio.event.TrainingEvent.DiagnosisFinished;
import reidstudio.event.TrainingEvent.DiagnosisProgressed;

/** Makes one diagnosis on the engine thread and tells how it goes. */
final class DiagnosisRun {
  private static final Logger LOG = LoggerFactory.getLogger(DiagnosisRun.class);

  private final CheckKind check;
  private final RunLog log;
  private final BooleanSupplier cancelled;

  DiagnosisRun(CheckKind check, RunLog log, BooleanSupplier cancelled) {
    this.check = check;
    this.log = log;
    this.cancelled = cancelled;
  }

  /**
   * On the model of a run that waits between two steps; returns how it ended.
   *
   * @param health what the live rules say: a full diagnosis makes one list of both
   */
  TrainingEvent onRun(TrainingSession session, Position position, List<Finding> health) {
    try {
      long step = position.step();
      Subject subject =
          session.subject("the run " + log.run() + " at step " + step, step, position);
      return make(subject, check == CheckKind.ALL ? health : List.of());
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      return failed(e);
    }
  }

  /** On a model built for this purpose; returns how it ended. */
  TrainingEvent onFresh(RunConfig config, SessionFactory sessions) {
    progress(0, "reading data and building a fresh model");
    try (TrainingSession session = sessions.open(config, cancelled::getAsBoolean)) {
      return make(session.subject("a fresh model, no run is under way", 0), List.of());
    } catch (CancellationException e) {
      return new DiagnosisFailed(log.run(), log.now(), check, "Cancelled.");
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
      return failed(e);
    }
  }

  /**
   * On the last checkpoint of a run that has ended, which keeps the report; one without a
   * checkpoint is looked at as it began. Returns how it ended.
   */
  TrainingEvent onEnded(EndedRun ended, SessionFactory sessions) {
    String name = String.valueOf(ended.folder().getFileName());
    progress(0, "reading data and the last checkpoint");
    try {
      if (new CheckpointFolder(ended.folder().resolve("checkpoints")).isEmpty()) {
        try (TrainingSession session = sessions.open(ended.config(), cancelled::getAsBoolean)) {
          String about = "the run " + name + " before its first step, it has no checkpoint";
          return kept(ended, make(session.subject(about, 0), List.of()), 0);
        }
      }
      try (StoredModel stored =
          StoredModel.of(ended.folder(), ended.config(), sessions, cancelled)) {
        stored.warnings().forEach(log::warning);
        long step = stored.position().step();
        String about = "the run " + name + " at step " + step;
        Subject subject = stored.session().subject(about, step, stored.position());
        return kept(ended, make(subject, List.of()), step);
      }
    } catch (CancellationException e) {
      return new DiagnosisFailed(log.run(), log.now(), check, "Cancelled.");
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
      return failed(e);
    }
  }

  /** A report that cannot be written down can still be read. */
  private DiagnosisFinished kept(EndedRun ended, DiagnosisFinished made, long step) {
    String name = String.valueOf(ended.folder().getFileName());
    try {
      ended.record(new DiagnosisFinished(name, made.atMillis(), made.report()), step);
    } catch (IOException e) {
      LOG.warn("the report on {} is not kept", name, e);
      log.warning(e.getMessage());
    }
    return made;
  }

  /** Of a run that ended before the diagnosis could begin. */
  TrainingEvent tooLate() {
    return new DiagnosisFailed(
        log.run(), log.now(), check, "The run ended before the diagnosis could begin; ask again.");
  }

  private DiagnosisFinished make(Subject subject, List<Finding> known) {
    DiagnosisReport report =
        Diagnosis.of(check)
            .make(subject, known, this::progress, cancelled, Instant.ofEpochMilli(log.now()));
    return new DiagnosisFinished(log.run(), log.now(), report);
  }

  private void progress(double fraction, String doing) {
    log.publish(new DiagnosisProgressed(log.run(), log.now(), check, fraction, doing));
  }

  private TrainingEvent failed(Throwable e) {
    LOG.error("diagnosis {} failed", check, e);
    String reason = e.getMessage() == null ? e.toString() : e.getMessage();
    return new DiagnosisFailed(log.run(), log.now(), check, reason);
  }
}
