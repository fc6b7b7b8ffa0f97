package reidstudio.ui.health;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import reidstudio.command.RunCommand;
import reidstudio.config.RunConfig;
import reidstudio.event.QuickFixReport;
import reidstudio.event.RunState;
import reidstudio.store.EpochReading;
import reidstudio.store.QuickFixFiles;
import reidstudio.store.RunTrace;
import reidstudio.ui.common.CommandSender;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.RunInView;
import reidstudio.ui.health.QuickFixTrial.Answer;
import reidstudio.ui.health.QuickFixTrial.Side;

/**
 * Tries a change for one epoch: trains the epoch with it, before that the one without it unless the
 * run in view has made that already, and compares the two. At most one trial is under way.
 */
public final class QuickFixViewModel {
  private final RunInView runs;
  private final CommandSender commands;
  private final ErrorFunnel errors;
  private final Executor io;
  private final Executor fx;
  private final ReadOnlyObjectWrapper<QuickFixProgress> progress = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Path> folder = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");

  private QuickFixTrial trial;
  private Optional<Side> before = Optional.empty();
  private boolean bothTrain;
  private boolean stopping;

  /** Whether a start has no answer yet; until then there may be no run to stop. */
  private boolean beginning;

  /** The run that was current when a start was asked for; its successor is ours. */
  private Optional<RunTrace> former = Optional.empty();

  private Optional<RunTrace> training = Optional.empty();

  /**
   * @param io may block
   * @param fx runs on the JavaFX thread
   */
  public QuickFixViewModel(
      RunInView runs, CommandSender commands, ErrorFunnel errors, Executor io, Executor fx) {
    this.runs = runs;
    this.commands = commands;
    this.errors = errors;
    this.io = io;
    this.fx = fx;
    runs.watch(this::refresh);
  }

  /** How far the trial is; null if none is under way. */
  ReadOnlyObjectProperty<QuickFixProgress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What came of the last trial; null before one has ended. */
  ReadOnlyObjectProperty<Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** Where the answer is kept; null until it is written. */
  ReadOnlyObjectProperty<Path> folderProperty() {
    return folder.getReadOnlyProperty();
  }

  /** Why the last trial has no answer, in the engine's words; empty if there is nothing to say. */
  ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Begins {@code wanted}; while a run goes on it is refused, which the user is told. */
  void verify(QuickFixTrial wanted) {
    if (trial != null) {
      return;
    }
    forget();
    Optional<RunTrace> inView = runs.shown();
    Optional<Side> stored =
        inView
            .filter(trace -> trace.config().filter(wanted.base()::equals).isPresent())
            .flatMap(QuickFixViewModel::firstEpoch);
    trial = wanted;
    before = stored;
    bothTrain = stored.isEmpty();
    stopping = false;
    // the finding stays in view while another run trains
    begin(
        stored.isPresent() ? wanted.changed() : wanted.base(), () -> inView.ifPresent(runs::open));
  }

  /** Ends the trial that is under way. */
  void stop() {
    if (trial != null && !stopping) {
      stopping = true;
      if (!beginning
          && runs.activeState().filter(s -> s.mayBecome(RunState.STOPPING)).isPresent()) {
        commands.send(new RunCommand.Stop());
      }
      refresh();
    }
  }

  /** Takes answer and failure away. */
  void forget() {
    answer.set(null);
    folder.set(null);
    failure.set("");
  }

  private void begin(RunConfig config, Runnable begun) {
    former = runs.current();
    training = Optional.empty();
    beginning = true;
    commands.begin(
        new RunCommand.Start(config, Optional.empty(), OptionalInt.of(1)),
        accepted -> {
          beginning = false;
          if (!accepted) {
            end("");
            return;
          }
          begun.run();
          if (stopping) {
            commands.send(new RunCommand.Stop());
          }
          refresh();
        });
    refresh();
  }

  private void refresh() {
    if (trial == null) {
      return;
    }
    if (training.isEmpty() && !runs.current().equals(former)) {
      training = runs.current();
    }
    Optional<RunTrace> ended =
        training.filter(trace -> trace.state().filter(RunState::isTerminal).isPresent());
    if (ended.isPresent()) {
      ended(ended.get());
    } else {
      progress.set(now());
    }
  }

  private QuickFixProgress now() {
    int steps = training.map(trace -> trace.profile().stepsPerEpoch().orElse(0)).orElse(0);
    int step = training.map(RunTrace::steps).orElse(0);
    return new QuickFixProgress(
        trial.change(), before.isPresent(), step, steps, bothTrain ? 2 : 1, stopping);
  }

  private void ended(RunTrace trace) {
    Optional<Side> side = firstEpoch(trace);
    if (side.isEmpty()) {
      boolean failed = trace.state().filter(RunState.FAILED::equals).isPresent();
      end(failed ? trace.stateReason() : "");
    } else if (before.isEmpty()) {
      before = side;
      goOn();
    } else {
      Answer found = trial.compare(before.get(), side.get());
      end("");
      answer.set(found);
      trace.folder().ifPresent(run -> io.execute(() -> write(found.report(), run)));
    }
  }

  private void goOn() {
    if (stopping) {
      end("");
    } else {
      begin(trial.changed(), () -> {});
    }
  }

  private void end(String why) {
    trial = null;
    training = Optional.empty();
    progress.set(null);
    failure.set(why);
  }

  private void write(QuickFixReport report, Path run) {
    try {
      QuickFixFiles files = new QuickFixFiles(run);
      files.write(report);
      fx.execute(() -> folder.set(files.folder()));
    } catch (IOException | RuntimeException e) {
      fx.execute(() -> errors.failed(e));
    }
  }

  private static Optional<Side> firstEpoch(RunTrace trace) {
    return new EpochReading(trace).epoch(1).map(epoch -> new Side(trace.run(), epoch));
  }
}
