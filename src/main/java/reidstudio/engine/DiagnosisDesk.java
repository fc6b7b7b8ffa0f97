package reidstudio.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.command.CommandAck;
import reidstudio.config.RunConfig;
import reidstudio.diagnostic.experiment.StateNotRestoredException;
import reidstudio.diagnostic.rule.LiveHealth;
import reidstudio.event.CheckKind;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.DiagnosisFailed;
import reidstudio.event.TrainingEvent.DiagnosisFinished;

/** Takes requests for diagnoses; at most one is under way. */
final class DiagnosisDesk {
  private static final Logger LOG = LoggerFactory.getLogger(DiagnosisDesk.class);

  private final AtomicReference<AtomicBoolean> current = new AtomicReference<>();
  private final Executor engine;
  private final RunFolders folders;
  private final SessionFactory sessions;
  private final LiveHealth health;
  private final Clock clock;

  /**
   * @param engine the engine thread
   * @param health takes the events, and knows what the live rules say
   */
  DiagnosisDesk(
      Executor engine,
      RunFolders folders,
      SessionFactory sessions,
      LiveHealth health,
      Clock clock) {
    this.engine = engine;
    this.folders = folders;
    this.sessions = sessions;
    this.health = health;
    this.clock = clock;
  }

  boolean isBusy() {
    return current.get() != null;
  }

  /** Looks at the model of {@code run} between two steps. */
  CommandAck onRun(ActiveRun run, CheckKind check) {
    AtomicBoolean cancelled = new AtomicBoolean();
    if (!current.compareAndSet(null, cancelled)) {
      return underWay();
    }
    RunState state = run.lifecycle().state();
    if (state == RunState.STARTING || state == RunState.STOPPING) {
      current.set(null);
      return refused("The run is " + state.name().toLowerCase(Locale.ROOT) + "; wait.");
    }
    DiagnosisRun making = new DiagnosisRun(check, run.log(), cancelled::get);
    boolean posted =
        run.gate()
            .post(
                () -> {
                  TrainingEvent end =
                      making.onRun(run.session(), run.position(), health.findings());
                  holdIfChanged(run, end);
                  end(end);
                },
                () -> end(making.tooLate()));
    if (!posted) {
      current.set(null);
      return refused("The run is ending; wait.");
    }
    return new CommandAck.Accepted();
  }

  /** Looks at a model that is built from {@code config}. */
  CommandAck onFresh(RunConfig config, CheckKind check) {
    return outsideARun(check, making -> making.onFresh(config, sessions));
  }

  /** Looks at the last checkpoint of the ended run in {@code folder}, which keeps the report. */
  CommandAck onEnded(Path folder, CheckKind check) {
    return outsideARun(check, making -> onEnded(folder, making, check));
  }

  private TrainingEvent onEnded(Path folder, DiagnosisRun making, CheckKind check) {
    try (EndedRun ended = folders.reopen(folder)) {
      return making.onEnded(ended, sessions);
    } catch (IOException | RuntimeException e) {
      // whatever it is, the next diagnosis must not wait for this one
      LOG.error("the run in {} cannot be looked at", folder, e);
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      return new DiagnosisFailed("", clock.millis(), check, reason);
    }
  }

  private CommandAck outsideARun(CheckKind check, Function<DiagnosisRun, TrainingEvent> making) {
    AtomicBoolean cancelled = new AtomicBoolean();
    if (!current.compareAndSet(null, cancelled)) {
      return underWay();
    }
    RunLog log = new RunLog("", health, clock);
    engine.execute(() -> end(making.apply(new DiagnosisRun(check, log, cancelled::get))));
    return new CommandAck.Accepted();
  }

  /** A run whose state an experiment has lost must not go on before somebody has read that. */
  private static void holdIfChanged(ActiveRun run, TrainingEvent end) {
    if (end instanceof DiagnosisFinished finished
        && finished.report().findings().stream()
            .anyMatch(finding -> finding.id().equals(StateNotRestoredException.ID))) {
      run.lifecycle().change(Set.of(RunState.RUNNING), RunState.PAUSING, "");
      run.log().error("An experiment did not leave the run as it was; the run is paused.");
    }
  }

  /** Whoever hears of the end may ask for the next diagnosis at once. */
  private void end(TrainingEvent end) {
    current.set(null);
    health.publish(end);
  }

  CommandAck cancel() {
    AtomicBoolean running = current.get();
    if (running == null) {
      return refused("No diagnosis is under way.");
    }
    running.set(true);
    return new CommandAck.Accepted();
  }

  private static CommandAck underWay() {
    return refused("A diagnosis is under way already; wait for it or cancel it.");
  }

  private static CommandAck refused(String reason) {
    return new CommandAck.Refused(reason);
  }
}
