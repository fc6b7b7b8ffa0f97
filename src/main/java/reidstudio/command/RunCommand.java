package reidstudio.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import reidstudio.config.Recipe;
import reidstudio.config.RunConfig;
import reidstudio.event.CheckKind;

/** A request to the engine. */
public sealed interface RunCommand {
  /**
   * Begin a new run.
   *
   * @param runFolder where the run is kept; empty for a new folder under the program's home
   * @param lastEpoch the epoch after which the run is stopped, although its schedule is made for
   *     all of them; empty to train them all
   * @param recipe what the settings began with, for the record; they may have been changed since
   */
  record Start(
      RunConfig config, Optional<Path> runFolder, OptionalInt lastEpoch, Optional<Recipe> recipe)
      implements RunCommand {
    /** All epochs. */
    public Start(RunConfig config, Optional<Path> runFolder) {
      this(config, runFolder, OptionalInt.empty());
    }

    /** Without a recipe. */
    public Start(RunConfig config, Optional<Path> runFolder, OptionalInt lastEpoch) {
      this(config, runFolder, lastEpoch, Optional.empty());
    }

    /** The same, begun with {@code other}. */
    public Start withRecipe(Optional<Recipe> other) {
      return new Start(config, runFolder, lastEpoch, other);
    }
  }

  /**
   * Go on with a run that has ended, in its own folder, from its last checkpoint.
   *
   * @param runFolder its folder
   * @param epochs passes over the data in all, now; empty for as many as before
   * @param device where to train now; empty for the same as before
   */
  record Continue(Path runFolder, Optional<Integer> epochs, Optional<String> device)
      implements RunCommand {}

  /** Halt between two steps. */
  record Pause() implements RunCommand {}

  /** Go on after a pause. */
  record Resume() implements RunCommand {}

  /** End the run early, with a checkpoint. */
  record Stop() implements RunCommand {}

  /**
   * Run a group of checks: on the last checkpoint of a run that has ended; else on the current
   * run's model between two steps if there is one; on a fresh model built from {@code config} if
   * not.
   *
   * @param endedRun folder of the ended run; empty for the current one or a fresh model
   */
  record Diagnose(CheckKind check, RunConfig config, Optional<Path> endedRun)
      implements RunCommand {
    /** Of the current run, or a fresh model. */
    public Diagnose(CheckKind check, RunConfig config) {
      this(check, config, Optional.empty());
    }
  }

  /**
   * Look for people that a run was not trained with: with the model of the current run between two
   * steps, or with the last checkpoint of one that has ended.
   *
   * @param endedRun folder of the ended run; empty for the current one
   */
  record Evaluate(Optional<Path> endedRun) implements RunCommand {}

  /** End the evaluation that was asked for at its next batch. */
  record CancelEvaluation() implements RunCommand {}

  /**
   * Look into the batch of a step: with the model of the current run between two steps, or of a run
   * that has no model in memory.
   *
   * @param step counted from 1 over the whole run
   * @param stored the run without a model; empty for the current one
   */
  record InspectBatch(long step, Optional<StoredRun> stored) implements RunCommand {}

  /**
   * A run that has no model in memory.
   *
   * @param config what it was asked to do
   * @param folder where its checkpoints lie, if it has any
   */
  record StoredRun(RunConfig config, Optional<Path> folder) {}

  /** End the diagnosis after the current check. */
  record CancelDiagnosis() implements RunCommand {}
}
