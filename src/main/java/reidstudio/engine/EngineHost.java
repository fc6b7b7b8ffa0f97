package reidstudio.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.command.RunControl;
import reidstudio.config.ConfigException;
import reidstudio.diagnostic.rule.LiveHealth;
import reidstudio.event.EventSink;
import reidstudio.event.RunState;

/**
 * Takes commands from any thread and carries them out on the one engine thread. At most one run or
 * diagnosis is under way.
 */
public final class EngineHost implements RunControl, AutoCloseable {
  private static final CommandAck ACCEPTED = new CommandAck.Accepted();
  private static final String PREPARING = "A run is about to begin or to be read; wait.";
  private static final long CLOSE_SECONDS = 60;

  private final LiveHealth health;
  private final EventSink sink;
  private final RunFolders folders;
  private final SessionFactory sessions;
  private final Clock clock;
  private final ExecutorService engine =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "engine"));
  private final EvaluationDesk evaluations;
  private final InspectionDesk inspections;
  private final DiagnosisDesk diagnoses;
  private final AtomicReference<ActiveRun> active = new AtomicReference<>();

  /** Whether a folder is being made or read for a run or an evaluation; guarded by this. */
  private boolean preparing;

  /** Events go to {@code sink}, those of the live rules among them, runs into {@code folders}. */
  public EngineHost(EventSink sink, RunFolders folders, SessionFactory sessions, Clock clock) {
    this.health = new LiveHealth(sink);
    this.sink = health;
    this.folders = folders;
    this.sessions = sessions;
    this.clock = clock;
    RunLog outside = new RunLog("", sink, clock);
    this.evaluations = new EvaluationDesk(engine, folders, sessions, outside);
    this.inspections = new InspectionDesk(sessions, outside);
    this.diagnoses = new DiagnosisDesk(engine, folders, sessions, health, clock);
  }

  @Override
  public CommandAck submit(RunCommand command) {
    if (command instanceof RunCommand.Start start) {
      return prepare(() -> start(start));
    }
    if (command instanceof RunCommand.Continue more) {
      return prepare(() -> goOn(more));
    }
    if (command instanceof RunCommand.Evaluate evaluate && evaluate.endedRun().isPresent()) {
      return prepare(() -> evaluations.onEnded(evaluate.endedRun().get()));
    }
    return atOnce(command);
  }

  /** What neither reads nor writes anything. */
  private synchronized CommandAck atOnce(RunCommand command) {
    if (command instanceof RunCommand.Pause) {
      return change(
          Set.of(RunState.RUNNING), RunState.PAUSING, "Only a running run can be paused.");
    }
    if (command instanceof RunCommand.Resume) {
      return change(Set.of(RunState.PAUSED), RunState.RUNNING, "Only a paused run can go on.");
    }
    if (command instanceof RunCommand.Stop) {
      return change(
          Set.of(RunState.STARTING, RunState.RUNNING, RunState.PAUSING, RunState.PAUSED),
          RunState.STOPPING,
          "No run is under way that could be stopped.");
    }
    if (command instanceof RunCommand.Evaluate) {
      return underWay()
          .map(evaluations::onRun)
          .orElseGet(() -> refused("No run is under way that could be evaluated."));
    }
    if (command instanceof RunCommand.CancelEvaluation) {
      return evaluations.cancel();
    }
    if (command instanceof RunCommand.Diagnose diagnose) {
      return diagnose(diagnose);
    }
    if (command instanceof RunCommand.InspectBatch inspect) {
      return inspect(inspect);
    }
    return diagnoses.cancel();
  }

  /**
   * Looks whether a step of the run hangs, and has the live rules say so. For a thread that goes on
   * ticking while the engine's own hangs in that step; about once a second, from one thread.
   */
  public void look() {
    underWay()
        .ifPresent(
            run ->
                run.stepSeconds()
                    .ifPresent(seconds -> health.look(run.log().run(), seconds, clock.millis())));
  }

  private CommandAck start(RunCommand.Start start) throws IOException {
    sessions.check(start.config());
    Path folder = folders.create(start.config(), start.runFolder(), start.recipe());
    RunPlan plan = RunPlan.fresh(folder, start.config());
    return begin(start.lastEpoch().isPresent() ? plan.until(start.lastEpoch().getAsInt()) : plan);
  }

  private CommandAck goOn(RunCommand.Continue command) throws IOException {
    try (EndedRun ended = folders.reopen(command.runFolder())) {
      RunPlan plan = new Continuation(ended).plan(command);
      sessions.check(plan.config());
      ended.goOn(plan.config(), plan.start().step());
      return begin(plan);
    }
  }

  /** What reads or makes a folder. */
  @FunctionalInterface
  private interface Preparation {
    CommandAck make() throws IOException;
  }

  /** Disks may be slow: whoever asks for anything else meanwhile gets an answer at once. */
  private CommandAck prepare(Preparation preparation) {
    synchronized (this) {
      Optional<String> busy = busy();
      if (busy.isPresent()) {
        return refused(busy.get());
      }
      preparing = true;
    }
    try {
      return preparation.make();
    } catch (IOException | ConfigException e) {
      return refused(e.getMessage());
    } finally {
      synchronized (this) {
        preparing = false;
      }
    }
  }

  private Optional<String> busy() {
    if (preparing) {
      return Optional.of(PREPARING);
    }
    if (underWay().isPresent()) {
      return Optional.of("A run is under way already; stop it before you start another.");
    }
    if (evaluations.isBusy()) {
      return Optional.of("An evaluation is under way; wait for it or cancel it.");
    }
    return diagnoses.isBusy()
        ? Optional.of("A diagnosis is under way; wait for it or cancel it.")
        : Optional.empty();
  }

  private CommandAck inspect(RunCommand.InspectBatch command) {
    if (command.stored().isPresent()) {
      // beside a run that trains there is neither time nor memory for a second model
      return inspections.onStored(command.stored().get(), command.step(), busy().isEmpty());
    }
    return underWay()
        .map(run -> inspections.onRun(run, command.step()))
        .orElseGet(() -> refused("No run is under way whose model could look at a batch."));
  }

  private CommandAck begin(RunPlan plan) {
    ActiveRun run = new ActiveRun(plan, sessions, sink, clock);
    active.set(run);
    inspections.letGo();
    engine.execute(run);
    return ACCEPTED;
  }

  private CommandAck change(Set<RunState> from, RunState next, String otherwise) {
    ActiveRun run = active.get();
    if (run == null || !run.lifecycle().change(from, next, "")) {
      return refused(otherwise);
    }
    run.gate().wake();
    return ACCEPTED;
  }

  private CommandAck diagnose(RunCommand.Diagnose command) {
    if (preparing) {
      return refused(PREPARING);
    }
    Optional<ActiveRun> run = underWay();
    if (command.endedRun().isEmpty()) {
      return run.map(active -> diagnoses.onRun(active, command.check()))
          .orElseGet(() -> diagnoses.onFresh(command.config(), command.check()));
    }
    return busy()
        .map(EngineHost::refused)
        .orElseGet(() -> diagnoses.onEnded(command.endedRun().get(), command.check()));
  }

  private Optional<ActiveRun> underWay() {
    return Optional.ofNullable(active.get()).filter(run -> !run.lifecycle().state().isTerminal());
  }

  private static CommandAck refused(String reason) {
    return new CommandAck.Refused(reason);
  }

  /** Stops a run that is under way and waits for the engine thread to end. */
  @Override
  public void close() {
    submit(new RunCommand.CancelDiagnosis());
    submit(new RunCommand.CancelEvaluation());
    submit(new RunCommand.Stop());
    inspections.close();
    engine.shutdown();
    try {
      if (!engine.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        engine.shutdownNow();
      }
    } catch (InterruptedException e) {
      engine.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
