package reidstudio.ui.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.command.RunControl;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent.EvaluationEnded;
import reidstudio.event.TrainingEvent.EvaluationProgressed;
import reidstudio.store.RunTrace;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.RunInView;
import reidstudio.ui.history.RunArchive;

/** Has the run in view evaluated: where it stands, or by its last checkpoint once it has ended. */
public final class EvaluateNowViewModel {
  /** What {@link #progressProperty} says while nothing is evaluated. */
  static final double IDLE = -1;

  private final RunInView runs;
  private final RunControl control;
  private final RunArchive archive;
  private final ErrorFunnel errors;
  private final Executor io;
  private final Executor fx;
  private final ReadOnlyBooleanWrapper canEvaluate = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canCancel = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(IDLE);
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("retrieval.now.no-run");
  private Optional<EvaluationEnded> seen = Optional.empty();
  private Optional<Path> ended = Optional.empty();
  private boolean asking;
  private boolean asked;

  /** See {@link EvaluationViewModel}. */
  public EvaluateNowViewModel(
      RunInView runs,
      RunControl control,
      RunArchive archive,
      ErrorFunnel errors,
      Executor io,
      Executor fx) {
    this.runs = runs;
    this.control = control;
    this.archive = archive;
    this.errors = errors;
    this.io = io;
    this.fx = fx;
    seen = lastEnd();
    runs.watch(this::refresh);
  }

  /** Whether an evaluation may be asked for. */
  ReadOnlyBooleanProperty canEvaluateProperty() {
    return canEvaluate.getReadOnlyProperty();
  }

  /** Whether the one that is under way was asked for here. */
  ReadOnlyBooleanProperty canCancelProperty() {
    return canCancel.getReadOnlyProperty();
  }

  /** 0 to 1 while one is under way, else {@link #IDLE}. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Why the last one that was asked for gave no result; empty if it did. */
  ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** What would be evaluated, or why nothing can be, as a key of the bundle. */
  ReadOnlyStringProperty aboutProperty() {
    return about.getReadOnlyProperty();
  }

  /** Asks for an evaluation; the engine may read the run before it answers. */
  void evaluate() {
    if (!canEvaluate.get()) {
      return;
    }
    Optional<Path> folder = follows() ? Optional.empty() : runs.shown().flatMap(RunTrace::folder);
    asking = true;
    failure.set("");
    refresh();
    io.execute(
        () -> {
          CommandAck ack = control.submit(new RunCommand.Evaluate(folder));
          fx.execute(() -> answered(ack, folder));
        });
  }

  /** Ends the one that was asked for. */
  void cancel() {
    if (canCancel.get()) {
      control.submit(new RunCommand.CancelEvaluation());
    }
  }

  private void answered(CommandAck ack, Optional<Path> folder) {
    asking = false;
    if (ack instanceof CommandAck.Refused refused) {
      errors.refused(refused.reason());
    } else {
      asked = true;
      ended = folder;
    }
    refresh();
  }

  private void refresh() {
    Optional<EvaluationEnded> end = lastEnd();
    if (!end.equals(seen)) {
      seen = end;
      end.filter(e -> asked).ifPresent(this::ended);
    }
    Optional<EvaluationProgressed> now =
        runs.idle()
            .evaluationHistory()
            .running()
            .or(() -> runs.current().flatMap(run -> run.evaluationHistory().running()));
    boolean busy = asking || asked || now.isPresent();
    progress.set(busy ? now.map(EvaluationProgressed::fraction).orElse(0.0) : IDLE);
    canCancel.set(asked);
    String key = key();
    about.set(busy ? "retrieval.now.busy" : key);
    canEvaluate.set(!busy && (key.equals(LIVE) || key.equals(ENDED)));
  }

  private static final String LIVE = "retrieval.now.live";
  private static final String ENDED = "retrieval.now.ended";

  private String key() {
    Optional<RunTrace> shown = runs.shown();
    Optional<RunState> active = runs.activeState();
    if (shown.isEmpty()) {
      return "retrieval.now.no-run";
    }
    if (active.isPresent()) {
      boolean ready = active.get() == RunState.RUNNING || active.get() == RunState.PAUSED;
      return !follows() ? "retrieval.now.other-run" : ready ? LIVE : "retrieval.now.wait";
    }
    return shown.get().folder().isPresent() && shown.get().config().isPresent()
        ? ENDED
        : "retrieval.now.log";
  }

  /** Whether the run in view is the one that goes on. */
  private boolean follows() {
    return runs.openedProperty().get() == null && runs.activeState().isPresent();
  }

  private void ended(EvaluationEnded end) {
    asked = false;
    failure.set(end.failure());
    RunTrace opened = runs.openedProperty().get();
    if (end.failure().isEmpty()
        && opened != null
        && ended.isPresent()
        && opened.folder().equals(ended)) {
      readAgain(ended.get(), opened);
    }
  }

  /** What was added to a stored run's folder is not in the trace that was read before. */
  private void readAgain(Path folder, RunTrace before) {
    io.execute(
        () -> {
          try {
            RunTrace now = archive.open(folder);
            fx.execute(
                () -> {
                  if (runs.openedProperty().get() == before) {
                    runs.open(now);
                  }
                });
          } catch (IOException | RuntimeException e) {
            fx.execute(() -> errors.failed(e));
          }
        });
  }

  private Optional<EvaluationEnded> lastEnd() {
    Optional<EvaluationEnded> outside = runs.idle().evaluationHistory().lastEnd();
    Optional<EvaluationEnded> inRun =
        runs.current().flatMap(run -> run.evaluationHistory().lastEnd());
    boolean later =
        inRun.isPresent() && outside.map(o -> inRun.get().atMillis() >= o.atMillis()).orElse(true);
    return later ? inRun : outside;
  }
}
