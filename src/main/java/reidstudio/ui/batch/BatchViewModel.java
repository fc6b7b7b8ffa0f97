package reidstudio.ui.batch;

import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import reidstudio.command.RunCommand;
import reidstudio.command.RunCommand.StoredRun;
import reidstudio.event.BatchInspection;
import reidstudio.event.RunFacts;
import reidstudio.event.RunState;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.BatchInspected;
import reidstudio.event.TrainingEvent.NonFiniteStep;
import reidstudio.store.RunTrace;
import reidstudio.ui.common.CommandSender;
import reidstudio.ui.common.RunInView;

/** Which step's batch of the run in view is looked into, and what was found. */
public final class BatchViewModel {
  private final RunInView runs;
  private final CommandSender commands;
  private final ReadOnlyObjectWrapper<BatchInspection> found = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("batch.empty.no-run");
  private final ReadOnlyBooleanWrapper canAsk = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper otherData = new ReadOnlyBooleanWrapper();
  private final ReadOnlyLongWrapper step = new ReadOnlyLongWrapper();
  private final ReadOnlyLongWrapper newest = new ReadOnlyLongWrapper();
  private Optional<RunTrace> run = Optional.empty();
  private Optional<Question> asked = Optional.empty();
  private OptionalLong next = OptionalLong.empty();

  /** A question under way: the trace that will tell the answer, and what that told before. */
  private record Question(RunTrace of, RunTrace answerer, Optional<BatchInspected> before) {}

  /** Follows the run in view. */
  public BatchViewModel(RunInView runs, CommandSender commands) {
    this.runs = runs;
    this.commands = commands;
    runs.watch(this::refresh);
  }

  /** What was found; null while nothing was. */
  ReadOnlyObjectProperty<BatchInspection> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** One sentence on why the last question had no answer; empty if it had. */
  ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Why there is nothing to see, as a key of the bundle. */
  ReadOnlyStringProperty aboutProperty() {
    return about.getReadOnlyProperty();
  }

  /** Whether the run in view has steps to look at, and can be asked now. */
  ReadOnlyBooleanProperty canAskProperty() {
    return canAsk.getReadOnlyProperty();
  }

  /** Whether a batch is being looked into. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Whether the data are not those that the run was trained with: the batch may be another one. */
  ReadOnlyBooleanProperty otherDataProperty() {
    return otherData.getReadOnlyProperty();
  }

  /** The step that is looked at, or was asked for; 0 for none. */
  ReadOnlyLongProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** The last step of the run; 0 before the first. */
  ReadOnlyLongProperty newestProperty() {
    return newest.getReadOnlyProperty();
  }

  /** Somebody looks at the page: the newest batch is what they see first. */
  public void want() {
    refresh();
    if (found.get() == null && failure.get().isEmpty() && asked.isEmpty()) {
      newest();
    }
  }

  /** Looks into the batch of {@code wanted}, or of the nearest step that there is. */
  public void show(long wanted) {
    if (!canAsk.get()) {
      return;
    }
    long nearest = Math.max(1, Math.min(newest.get(), wanted));
    step.set(nearest);
    if (asked.isPresent()) {
      next = OptionalLong.of(nearest);
    } else {
      ask(nearest);
    }
  }

  void previous() {
    show(step.get() - 1);
  }

  void next() {
    show(step.get() + 1);
  }

  void newest() {
    show(newest.get());
  }

  private void ask(long wanted) {
    RunTrace of = run.orElseThrow();
    boolean withModel = isLive();
    RunTrace answerer = withModel ? of : runs.idle();
    Question question = new Question(of, answerer, answerer.inspected());
    Optional<StoredRun> stored =
        withModel
            ? Optional.empty()
            : of.config().map(config -> new StoredRun(config, of.folder()));
    asked = Optional.of(question);
    busy.set(true);
    if (!commands.send(new RunCommand.InspectBatch(wanted, stored))) {
      asked = Optional.empty();
      busy.set(false);
      step.set(found.get() == null ? 0 : found.get().step());
    }
  }

  private void refresh() {
    Optional<RunTrace> shown = runs.shown();
    if (!shown.equals(run)) {
      run = shown;
      step.set(0);
      found.set(null);
      failure.set("");
      next = OptionalLong.empty();
    }
    newest.set(run.map(BatchViewModel::lastStep).orElse(0L));
    about.set(key());
    canAsk.set(about.get().equals("batch.empty.ask"));
    asked
        .flatMap(question -> question.answerer().inspected())
        .filter(answer -> asked.get().before().filter(answer::equals).isEmpty())
        .ifPresent(this::take);
  }

  /** The step that gave a value that is not finite was not made, but has a batch. */
  private static long lastStep(RunTrace trace) {
    long made = trace.lastStep().map(StepMetrics::step).orElse(0L);
    return trace.nonFiniteSteps().stream().mapToLong(NonFiniteStep::step).reduce(made, Math::max);
  }

  private void take(BatchInspected answer) {
    boolean ofRunInView = run.filter(asked.orElseThrow().of()::equals).isPresent();
    asked = Optional.empty();
    busy.set(false);
    OptionalLong wanted = next;
    next = OptionalLong.empty();
    if (wanted.isPresent() && (!ofRunInView || wanted.getAsLong() != answer.step())) {
      ask(wanted.getAsLong());
      return;
    }
    if (!ofRunInView) {
      return;
    }
    failure.set(answer.failure());
    otherData.set(isOtherData(answer));
    found.set(answer.found().orElse(null));
    step.set(answer.step());
  }

  private boolean isOtherData(BatchInspected answer) {
    Optional<Integer> then = run.flatMap(RunTrace::facts).map(RunFacts::items);
    return then.isPresent()
        && answer.found().filter(now -> now.trainItems() != then.get()).isPresent();
  }

  private String key() {
    if (run.isEmpty()) {
      return "batch.empty.no-run";
    }
    if (run.get().config().isEmpty()) {
      return "batch.empty.log";
    }
    if (newest.get() == 0) {
      return isLive() ? "batch.empty.no-step" : "batch.empty.ended";
    }
    boolean waits =
        isLive()
            && runs.activeState()
                .filter(state -> state == RunState.STARTING || state == RunState.STOPPING)
                .isPresent();
    return waits ? "batch.empty.wait" : "batch.empty.ask";
  }

  /** Whether the run in view goes on in this process, so that its model is in memory. */
  private boolean isLive() {
    return runs.openedProperty().get() == null && runs.activeState().isPresent();
  }
}
