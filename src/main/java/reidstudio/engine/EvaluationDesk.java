package reidstudio.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import reidstudio.command.CommandAck;
import reidstudio.event.RunState;

/** Takes requests for evaluations; at most one is under way. */
final class EvaluationDesk {
  private final AtomicReference<AskedEvaluation> current = new AtomicReference<>();
  private final Executor engine;
  private final RunFolders folders;
  private final SessionFactory sessions;
  private final RunLog outside;

  /**
   * @param engine the engine thread
   * @param outside for what happens outside any run
   */
  EvaluationDesk(Executor engine, RunFolders folders, SessionFactory sessions, RunLog outside) {
    this.engine = engine;
    this.folders = folders;
    this.sessions = sessions;
    this.outside = outside;
  }

  boolean isBusy() {
    return current.get() != null;
  }

  /** Judges the model of {@code run} between two steps. */
  CommandAck onRun(ActiveRun run) {
    RunState state = run.lifecycle().state();
    if (state == RunState.STARTING || state == RunState.STOPPING) {
      return refused("The run is " + state.name().toLowerCase(Locale.ROOT) + "; wait.");
    }
    AskedEvaluation asked = new AskedEvaluation(() -> current.set(null));
    if (!current.compareAndSet(null, asked)) {
      return underWay();
    }
    boolean posted = run.gate().post(() -> asked.onRun(run), () -> asked.tooLate(run.log()));
    if (!posted) {
      current.set(null);
      return refused("The run is ending; wait.");
    }
    return new CommandAck.Accepted();
  }

  /** Judges the last checkpoint of the ended run in {@code folder}. */
  CommandAck onEnded(Path folder) {
    AskedEvaluation asked = new AskedEvaluation(() -> current.set(null));
    if (!current.compareAndSet(null, asked)) {
      return underWay();
    }
    try {
      EndedRun ended = folders.reopen(folder);
      engine.execute(() -> asked.onEnded(ended, sessions, outside));
      return new CommandAck.Accepted();
    } catch (IOException e) {
      current.set(null);
      return refused(e.getMessage());
    }
  }

  CommandAck cancel() {
    AskedEvaluation asked = current.get();
    if (asked == null) {
      return refused("No evaluation is under way that was asked for.");
    }
    asked.cancel();
    return new CommandAck.Accepted();
  }

  private static CommandAck underWay() {
    return refused("An evaluation is under way already; wait for it or cancel it.");
  }

  private static CommandAck refused(String reason) {
    return new CommandAck.Refused(reason);
  }
}
