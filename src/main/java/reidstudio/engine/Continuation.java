package reidstudio.engine;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import reidstudio.command.RunCommand;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.RunState;

/** Plans how a run that has ended goes on, or says why it cannot. */
final class Continuation {
  private final EndedRun run;

  Continuation(EndedRun run) {
    this.run = run;
  }

  /**
   * The run from its newest usable checkpoint.
   *
   * @throws IOException with one sentence for the user
   */
  RunPlan plan(RunCommand.Continue command) throws IOException {
    RunConfig config = changed(command);
    boolean more = config.epochs() > run.config().epochs();
    if (run.state().filter(RunState.COMPLETED::equals).isPresent() && !more) {
      throw new IOException(
          "The run %s is complete after %d epochs; ask for more epochs to go on."
              .formatted(run.folder().getFileName(), run.config().epochs()));
    }
    CheckpointFolder.Choice choice =
        new CheckpointFolder(run.folder().resolve("checkpoints")).newestUsable();
    int epochsDone = choice.checkpoint().facts().position().epoch() - 1;
    if (epochsDone >= config.epochs()) {
      throw new IOException(
          "The run %s has made %d epochs already; ask for more than that to go on."
              .formatted(run.folder().getFileName(), epochsDone));
    }
    // the same batch under the same weights would end the run again
    return RunPlan.from(
        run.folder(), config, choice.checkpoint(), run.nonFiniteSteps(), choice.warnings());
  }

  private RunConfig changed(RunCommand.Continue command) {
    Map<String, String> changes = new LinkedHashMap<>();
    command.epochs().ifPresent(epochs -> changes.put("epochs", Integer.toString(epochs)));
    command.device().ifPresent(device -> changes.put("device", device));
    return new RunConfigCodec().read(null, changes, run.config());
  }
}
