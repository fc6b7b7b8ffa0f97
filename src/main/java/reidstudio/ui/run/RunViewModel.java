package reidstudio.ui.run;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import reidstudio.command.RunCommand;
import reidstudio.config.Recipe;
import reidstudio.config.RunConfig;
import reidstudio.event.RunState;
import reidstudio.store.RunTrace;
import reidstudio.ui.common.CommandSender;
import reidstudio.ui.common.RunInView;

/** What may be asked of the run, and how far it is. */
public final class RunViewModel {
  private final RunInView runs;
  private final CommandSender commands;
  private final ObservableValue<RunConfig> launch;
  private final ObservableValue<Recipe> recipe;
  private final ReadOnlyBooleanWrapper canStart = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canPause = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canResume = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canStop = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<RunReadout> readout =
      new ReadOnlyObjectWrapper<>(RunReadout.NONE);

  /** The run that was current when a start was asked for; its successor is awaited. */
  private Optional<RunTrace> before = Optional.empty();

  private boolean awaitingStart;

  /**
   * @param launch what a start would begin; null while it may not
   * @param recipe what its settings began with; null for none
   */
  public RunViewModel(
      RunInView runs,
      CommandSender commands,
      ObservableValue<RunConfig> launch,
      ObservableValue<Recipe> recipe) {
    this.runs = runs;
    this.commands = commands;
    this.launch = launch;
    this.recipe = recipe;
    launch.subscribe(this::refresh);
    runs.watch(this::refresh);
  }

  /** Whether a run may begin. */
  public ReadOnlyBooleanProperty canStartProperty() {
    return canStart.getReadOnlyProperty();
  }

  /** Whether the run may be halted. */
  public ReadOnlyBooleanProperty canPauseProperty() {
    return canPause.getReadOnlyProperty();
  }

  /** Whether the run may go on. */
  public ReadOnlyBooleanProperty canResumeProperty() {
    return canResume.getReadOnlyProperty();
  }

  /** Whether the run may be ended. */
  public ReadOnlyBooleanProperty canStopProperty() {
    return canStop.getReadOnlyProperty();
  }

  /** Whether a run of this process goes on. */
  public ReadOnlyBooleanProperty activeProperty() {
    return active.getReadOnlyProperty();
  }

  /** The run in view, in numbers. */
  public ReadOnlyObjectProperty<RunReadout> readoutProperty() {
    return readout.getReadOnlyProperty();
  }

  /** Begins a run and shows it. */
  public void start() {
    if (canStart.get()) {
      begin(
          new RunCommand.Start(launch.getValue(), Optional.empty())
              .withRecipe(Optional.ofNullable(recipe.getValue())),
          () -> {});
    }
  }

  /**
   * Begins a run with {@code config} and shows it, unless one goes on.
   *
   * @param begun called if it is accepted
   */
  public void start(RunConfig config, Runnable begun) {
    if (!active.get()) {
      begin(new RunCommand.Start(config, Optional.empty()), begun);
    }
  }

  private void begin(RunCommand.Start start, Runnable begun) {
    before = runs.current();
    awaitingStart = true;
    commands.begin(
        start,
        accepted -> {
          awaitingStart &= accepted;
          if (accepted) {
            runs.backToLive();
            begun.run();
          }
          refresh();
        });
    refresh();
  }

  /** Halts the run after the step at hand. */
  public void pause() {
    if (canPause.get()) {
      commands.send(new RunCommand.Pause());
    }
  }

  /** Goes on after a pause. */
  public void resume() {
    if (canResume.get()) {
      commands.send(new RunCommand.Resume());
    }
  }

  /** Ends the run, with a checkpoint. */
  public void stop() {
    if (canStop.get()) {
      commands.send(new RunCommand.Stop());
    }
  }

  private void refresh() {
    awaitingStart = awaitingStart && runs.current().equals(before);
    Optional<RunState> state = runs.activeState();
    active.set(state.isPresent() || awaitingStart);
    canStart.set(!active.get() && launch.getValue() != null);
    canPause.set(state.filter(s -> s.mayBecome(RunState.PAUSING)).isPresent());
    canResume.set(state.filter(s -> s == RunState.PAUSED).isPresent());
    canStop.set(state.filter(s -> s.mayBecome(RunState.STOPPING)).isPresent());
    readout.set(runs.shown().map(RunReadout::of).orElse(RunReadout.NONE));
  }
}
