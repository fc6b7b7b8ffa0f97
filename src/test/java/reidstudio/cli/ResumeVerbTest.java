package reidstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.RunResumed;
import reidstudio.event.TrainingEvent.StateChanged;
import reidstudio.event.TrainingEvent.StepCompleted;
import reidstudio.store.RunReader;
import reidstudio.store.RunStore;
import reidstudio.store.RunTrace;

/** {@code train --resume}. */
class ResumeVerbTest {
  private static final int LOST_AFTER = 10;

  @TempDir Path home;
  private Path run;

  @BeforeEach
  void trainAndStop() throws IOException {
    CliSession cli =
        new CliSession(
            home,
            (command, store) -> {
              new ScriptedRun((RunCommand.Start) command, store)
                  .facts()
                  .state(RunState.RUNNING, "")
                  .steps(1, 13)
                  .state(RunState.FAILED, "The disk was full.");
              return FakeStudio.accepted();
            });
    run = Path.of(cli.run("train", "--json").json().get("run").asText());
  }

  @Test
  void theRunGoesOnInItsFolderAndIsSummedUpAsOne() throws IOException {
    CliSession cli = new CliSession(home, this::goOn);

    JsonNode json = cli.run("train", "--resume", run.getFileName().toString(), "--json").json();

    assertThat(cli.code).as(cli.err).isZero();
    assertThat(cli.studio.commands)
        .containsExactly(new RunCommand.Continue(run, Optional.empty(), Optional.empty()));
    assertThat(json.get("run").asText()).isEqualTo(run.toString());
    assertThat(json.get("state").asText()).isEqualTo("completed");
    assertThat(json.get("steps").intValue()).isEqualTo(24);
    assertThat(json.get("epochs").intValue()).isEqualTo(4);
    // steps 1 to 10 of the first part, 15 to 24 of the second
    assertThat(json.get("ceFirst").doubleValue()).isEqualTo(5.5);
    assertThat(json.get("ceLast").doubleValue()).isEqualTo(119.5);
    assertThat(cli.studio.datasetCalls).isEmpty();
    assertThat(new RunReader().open(run).lastStep().orElseThrow().step()).isEqualTo(24);
  }

  @Test
  void epochsAndDeviceArePassedOn() {
    CliSession cli = new CliSession(home, this::goOn);

    cli.run("train", "--resume", run.toString(), "--epochs", "30", "--device", "cpu");

    assertThat(cli.code).as(cli.err).isZero();
    assertThat(cli.studio.commands)
        .containsExactly(new RunCommand.Continue(run, Optional.of(30), Optional.of("cpu")));
  }

  @Test
  void aRefusalIsToldInItsOwnWords() {
    CliSession cli =
        new CliSession(home, (command, store) -> new CommandAck.Refused("No checkpoint."));

    cli.run("train", "--resume", run.toString(), "--json");

    assertThat(cli.code).isEqualTo(1);
    assertThat(cli.out).isEmpty();
    assertThat(cli.err).contains("error: No checkpoint.");
  }

  /** What an engine would tell that lost the steps after the tenth, with CE 100 higher. */
  private CommandAck goOn(RunCommand command, RunStore store) throws IOException {
    RunCommand.Continue more = (RunCommand.Continue) command;
    var ended = store.reopen(more.runFolder());
    ended.goOn(ended.config(), LOST_AFTER);
    RunTrace trace = store.current();
    String name = trace.run();
    store.publish(new StateChanged(name, 2_000, RunState.STARTING, ""));
    store.publish(new RunResumed(name, 2_000, LOST_AFTER));
    store.publish(new StateChanged(name, 2_000, RunState.RUNNING, ""));
    for (int s = LOST_AFTER + 1; s <= 24; s++) {
      StepMetrics metrics =
          new StepMetrics(
              s,
              (s - 1) / 6 + 1,
              (s - 1) % 6 + 1,
              s * 0.5,
              Map.of(MetricKey.CE_LOSS, 100.0 + s),
              Optional.empty());
      store.publish(new StepCompleted(name, 3_000 + s, metrics));
    }
    store.publish(new StateChanged(name, 9_000, RunState.COMPLETED, ""));
    return FakeStudio.accepted();
  }
}
