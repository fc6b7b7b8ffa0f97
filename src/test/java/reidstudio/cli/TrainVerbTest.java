package reidstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.Patience;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.config.RunConfig;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.store.RunReader;
import reidstudio.store.RunStore;
import reidstudio.store.RunTrace;

class TrainVerbTest {
  @TempDir Path home;

  /** 24 steps, 4 epochs of 6. */
  private static CommandAck complete(RunCommand command, RunStore store) throws IOException {
    if (command instanceof RunCommand.Start start) {
      new ScriptedRun(start, store)
          .facts()
          .state(RunState.RUNNING, "")
          .steps(1, 24)
          .state(RunState.COMPLETED, "");
    }
    return FakeStudio.accepted();
  }

  private CliSession completed(String... arguments) {
    return new CliSession(home, TrainVerbTest::complete).run(arguments);
  }

  private static RunConfig config(CliSession cli) {
    return ((RunCommand.Start) cli.studio.commands.get(0)).config();
  }

  @Test
  void documentHasExactlyTheFieldsOfTheContract() throws IOException {
    CliSession cli = completed("train", "--json");

    List<String> fields = new ArrayList<>();
    cli.json().fieldNames().forEachRemaining(fields::add);
    assertThat(String.join(" ", fields))
        .isEqualTo(
            "run state epochs steps classes lnClasses ceFirst ceLast sdmFirst sdmLast accuracyLast"
                + " validRowsLast batchRows imagesPerSecond skippedSamples device");
    assertThat(cli.code).isZero();
    assertThat(cli.studio.closed).isEqualTo(1);
  }

  @Test
  void numbersAreMeansOfTenSteps() throws IOException {
    JsonNode json = completed("train", "--json").json();

    assertThat(json.get("state").asText()).isEqualTo("completed");
    assertThat(json.get("epochs").intValue()).isEqualTo(4);
    assertThat(json.get("steps").intValue()).isEqualTo(24);
    assertThat(json.get("classes").intValue()).isEqualTo(64);
    assertThat(json.get("lnClasses").doubleValue()).isCloseTo(4.158883, within(1e-6));
    // (1 + ... + 10) / 10 and (15 + ... + 24) / 10
    assertThat(json.get("ceFirst").doubleValue()).isEqualTo(5.5);
    assertThat(json.get("ceLast").doubleValue()).isEqualTo(19.5);
    // SDM at steps 2, 4, ..., 20 and 6, 8, ..., 24: means 100 - 11 and 100 - 15
    assertThat(json.get("sdmFirst").doubleValue()).isEqualTo(89);
    assertThat(json.get("sdmLast").doubleValue()).isEqualTo(85);
    assertThat(json.get("accuracyLast").doubleValue()).isCloseTo(0.195, within(1e-12));
    assertThat(json.get("validRowsLast").doubleValue()).isEqualTo(39.5);
    assertThat(json.get("batchRows").doubleValue()).isEqualTo(24);
    // 6 s at 60 and 6 s at 30
    assertThat(json.get("imagesPerSecond").doubleValue()).isEqualTo(45);
    assertThat(json.get("skippedSamples").intValue()).isEqualTo(3);
    assertThat(json.get("device").asText()).isEqualTo("CPU, tested");
    assertThat(Path.of(json.get("run").asText())).isDirectory().hasParent(home.resolve("runs"));
  }

  @Test
  void numbersThatAreNotFiniteOrNotKnownAreNull() throws IOException {
    CliSession cli =
        new CliSession(
            home,
            (command, store) -> {
              new ScriptedRun((RunCommand.Start) command, store)
                  .facts()
                  .state(RunState.RUNNING, "")
                  .step(1, Map.of(MetricKey.CE_LOSS, Double.NaN))
                  .state(RunState.FAILED, "Step 2 is not finite.");
              return FakeStudio.accepted();
            });

    JsonNode json = cli.run("train", "--json").json();

    assertThat(cli.code).isEqualTo(1);
    assertThat(json.get("state").asText()).isEqualTo("failed");
    assertThat(json.get("epochs").intValue()).isZero();
    assertThat(json.get("ceFirst").isNull()).isTrue();
    assertThat(json.get("sdmLast").isNull()).isTrue();
    assertThat(cli.err).contains("error: Step 2 is not finite.");
  }

  @Test
  void runThatFailsBeforeItsFactsAreKnownHasADocumentToo() throws IOException {
    CliSession cli =
        new CliSession(
            home,
            (command, store) -> {
              new ScriptedRun((RunCommand.Start) command, store)
                  .state(RunState.FAILED, "train_annos.json is broken.");
              return FakeStudio.accepted();
            });

    JsonNode json = cli.run("train", "--json").json();

    assertThat(cli.code).isEqualTo(1);
    assertThat(json.get("classes").isNull()).isTrue();
    assertThat(json.get("device").isNull()).isTrue();
    assertThat(cli.err).containsOnlyOnce("train_annos.json is broken.").doesNotContain("\tat ");
  }

  @Test
  void optionsBecomeSettingsAndWinOverTheFile() throws IOException {
    Path file = home.resolve("run.yaml");
    Files.writeString(file, "epochs: 7\nseed: 5\nloss:\n  temperature: 0.05\n");
    Path data = Files.createDirectory(home.resolve("people"));
    Path folder = home.resolve("mine");

    CliSession cli =
        completed(
            "train",
            "--config=" + file,
            "--set=sampler.instances=2",
            "--set",
            "model.width=64",
            "--data=" + data,
            "--epochs=3",
            "--device=cpu",
            "--name=mine",
            "--run-dir=" + folder);

    assertThat(cli.code).as(cli.err).isZero();
    RunConfig config = config(cli);
    assertThat(config.epochs()).isEqualTo(3);
    assertThat(config.seed()).isEqualTo(5);
    assertThat(config.name()).isEqualTo("mine");
    assertThat(config.device()).isEqualTo("cpu");
    assertThat(config.loss().sdm().temperature()).isEqualTo(0.05);
    assertThat(config.sampler().instances()).isEqualTo(2);
    assertThat(config.model().width()).isEqualTo(64);
    assertThat(Path.of(config.data().directory())).isEqualTo(data.toAbsolutePath());
    assertThat(cli.studio.datasetCalls).isEmpty();
    assertThat(new RunReader().open(folder).config()).contains(config);
  }

  @Test
  void demoSetIsMadeWhereNoDataAreNamed() {
    CliSession cli = completed("train");

    assertThat(cli.studio.datasetCalls).containsExactly("demo");
    assertThat(config(cli).data().directory()).isEmpty();
    assertThat(cli.err).contains("making the demo data set: 50 %");
  }

  @Test
  void summaryIsReadableAndProgressIsOnStandardError() {
    CliSession cli = completed("train");

    assertThat(cli.out)
        .contains("completed after 4 epochs, 24 steps")
        .contains("5.500 -> 19.500  (ln C = 4.159)")
        .contains("CPU, tested");
    assertThat(cli.err).contains("CE 24.00 (ln C 4.16)").contains("step 24/144 1:00 left");
  }

  @Test
  void refusedStartIsTold() {
    CliSession cli =
        new CliSession(home, (command, store) -> new CommandAck.Refused("The disk is full."));

    cli.run("train", "--json");

    assertThat(cli.code).isEqualTo(1);
    assertThat(cli.out).isEmpty();
    assertThat(cli.err).contains("error: The disk is full.");
    assertThat(cli.studio.closed).isEqualTo(1);
  }

  @Test
  void interruptionStopsTheRunAndLeavesAReadableFolder() throws Exception {
    List<Thread> hooks = new ArrayList<>();
    ScriptedRun[] run = new ScriptedRun[1];
    CliSession[] session = new CliSession[1];
    session[0] =
        new CliSession(
            home,
            (command, store) -> {
              if (command instanceof RunCommand.Start start) {
                run[0] =
                    new ScriptedRun(start, store).facts().state(RunState.RUNNING, "").steps(1, 13);
                Thread hook = new Thread(session[0].interruption::request);
                hooks.add(hook);
                hook.start();
              } else {
                run[0].state(RunState.STOPPING, "").state(RunState.STOPPED, "");
              }
              return FakeStudio.accepted();
            });

    CliSession cli = session[0].run("train", "--json");
    hooks.get(0).join(10_000);

    assertThat(hooks.get(0).isAlive()).isFalse();
    assertThat(cli.code).isEqualTo(130);
    assertThat(cli.studio.commands).last().isInstanceOf(RunCommand.Stop.class);
    assertThat(cli.studio.closed).isEqualTo(1);
    assertThat(cli.json().get("state").asText()).isEqualTo("stopped");
    assertThat(cli.json().get("epochs").intValue()).isEqualTo(2);
    RunTrace stored = new RunReader().open(Path.of(cli.json().get("run").asText()));
    assertThat(stored.state()).contains(RunState.STOPPED);
    assertThat(stored.interrupted()).isFalse();
    assertThat(stored.lastStep().orElseThrow().step()).isEqualTo(13);
    assertThat(stored.problems()).isEmpty();
  }

  @Test
  void interruptionBeforeTheStartStartsNothing() throws Exception {
    CliSession cli = new CliSession(home, TrainVerbTest::complete);
    Thread hook = new Thread(cli.interruption::request);
    hook.start();
    Patience.until("the interruption is heard", cli.interruption::isRequested);

    cli.run("train", "--json");
    hook.join(10_000);

    assertThat(hook.isAlive()).isFalse();
    assertThat(cli.code).isEqualTo(130);
    assertThat(cli.out).isEmpty();
    assertThat(cli.studio.commands).isEmpty();
  }

  @Test
  void warningsOfTheRunAreTold() {
    CliSession cli =
        new CliSession(
            home,
            (command, store) -> {
              ScriptedRun run = new ScriptedRun((RunCommand.Start) command, store).facts();
              run.warn("2 x file is missing").state(RunState.RUNNING, "").steps(1, 2);
              run.state(RunState.COMPLETED, "");
              return FakeStudio.accepted();
            });

    assertThat(cli.run("train").err).containsOnlyOnce("warning: 2 x file is missing");
  }

  @Test
  void runFolderIsPassedOn() {
    CliSession cli = completed("train", "--run-dir", home.resolve("x").toString());

    assertThat(((RunCommand.Start) cli.studio.commands.get(0)).runFolder())
        .isEqualTo(Optional.of(home.resolve("x")));
  }
}
