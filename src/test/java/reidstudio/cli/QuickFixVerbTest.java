package reidstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.Certainty;
import reidstudio.event.Change;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.event.TrainingEvent.HealthChanged;
import reidstudio.store.RunStore;

class QuickFixVerbTest {
  private static final String RATE = "optimizer.head.learningRate";
  private static final String CURE = RATE + "=0.004";

  @TempDir Path home;

  /** With a rate of 0.004 cross-entropy falls from 4.2 to 3.2 in an epoch, else it stays at 4.2. */
  private static CommandAck oneEpoch(RunCommand command, RunStore store) throws IOException {
    if (command instanceof RunCommand.Start start) {
      begun(start, store, 6).state(RunState.STOPPED, "Stopped after epoch 1, as it was asked to.");
    }
    return FakeStudio.accepted();
  }

  private static ScriptedRun begun(RunCommand.Start start, RunStore store, int steps)
      throws IOException {
    boolean cured = start.config().optimizer().head().learningRate() == 0.004;
    ScriptedRun run = new ScriptedRun(start, store).facts().state(RunState.RUNNING, "");
    for (int step = 1; step <= steps; step++) {
      Map<MetricKey, Double> values = new LinkedHashMap<>();
      values.put(MetricKey.CE_LOSS, cured ? 4.2 - (step - 1) * 0.2 : 4.2);
      values.put(MetricKey.PAIRABLE_RATIO, 1.0);
      values.put(MetricKey.SDM_VALID_ROWS, 24.0);
      values.put(MetricKey.SDM_ROWS, 24.0);
      values.put(MetricKey.NORM_AFTER_BN, 22.0);
      values.put(MetricKey.NORM_AFTER_BN_EXPECTED, 22.6);
      run.step(step, values);
    }
    return run;
  }

  private CliSession session() {
    return new CliSession(home, QuickFixVerbTest::oneEpoch);
  }

  private static List<RunCommand.Start> starts(CliSession cli) {
    return cli.studio.commands.stream()
        .filter(RunCommand.Start.class::isInstance)
        .map(RunCommand.Start.class::cast)
        .toList();
  }

  private static RunConfig with(String value) {
    return new RunConfigCodec().read(null, Map.of(RATE, value), RunConfig.defaults());
  }

  /** A stored run without the cure, of {@code steps} steps; returns its name. */
  private String stored(int steps, Finding... findings) {
    CliSession cli =
        new CliSession(
            home,
            (command, store) -> {
              ScriptedRun run = begun((RunCommand.Start) command, store, steps);
              String name = store.current().run();
              store.publish(new HealthChanged(name, 1_500, steps, List.of(findings)));
              run.state(RunState.STOPPED, "");
              return FakeStudio.accepted();
            });
    cli.run("train", "--name", "sick", "--json");
    assertThat(cli.code).as(cli.err).isNotEqualTo(2);
    return starts(cli).isEmpty() ? "" : newest();
  }

  private String newest() {
    try (var runs = Files.list(home.resolve("runs"))) {
      return runs.map(run -> run.getFileName().toString()).sorted().findFirst().orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Finding proposing(String value) {
    return new Finding(
        "ce.no-learning-budget",
        Severity.ERROR,
        Certainty.PROVEN,
        "Too little.",
        List.of(),
        List.of(),
        Optional.empty(),
        "More.",
        Optional.of(new Change(RATE, value)));
  }

  @Test
  void bothEpochsAreTrainedWhereThereIsNoRun() throws IOException {
    CliSession cli = session().run("quickfix", "--try", CURE, "--json");

    assertThat(cli.code).as(cli.err).isZero();
    assertThat(starts(cli))
        .containsExactly(
            new RunCommand.Start(RunConfig.defaults(), Optional.empty(), OptionalInt.of(1)),
            new RunCommand.Start(with("0.004"), Optional.empty(), OptionalInt.of(1)));
    JsonNode json = cli.json();
    assertThat(json.get("verdict").asText()).isEqualTo("pass");
    assertThat(json.at("/changes/0/value").asText()).isEqualTo("0.004");
    assertThat(json.get("stepsBefore").asInt()).isEqualTo(6);
    assertThat(json.at("/items/0/before").asDouble()).isEqualTo(4.2);
    assertThat(json.at("/items/0/after").asDouble()).isEqualTo(3.2);
    assertThat(json.get("ceFellAfter").asDouble()).isEqualTo(4.2 - 3.2);
    assertThat(json.get("runBefore").asText()).isNotEqualTo(json.get("runAfter").asText());
    assertThat(cli.studio.closed).isEqualTo(1);
  }

  @Test
  void theRunWithTheChangeKeepsTheReport() throws IOException {
    CliSession cli = session().run("quickfix", "--try", CURE, "--json");

    Path folder = home.resolve("runs").resolve(cli.json().get("runAfter").asText());
    assertThat(new ObjectMapper().readTree(folder.resolve("diagnostics/quickfix.json").toFile()))
        .isEqualTo(cli.json());
    assertThat(folder.resolve("diagnostics/quickfix.txt")).content().startsWith("Quick fix: PASS");
  }

  @Test
  void aChangeThatDoesNotCureIsAProblem() throws IOException {
    CliSession json = session().run("quickfix", "--try", RATE + "=0.0031", "--json");
    CliSession text = session().run("quickfix", "--try", RATE + "=0.0031");

    assertThat(json.code).isEqualTo(1);
    assertThat(json.json().get("verdict").asText()).isEqualTo("fail");
    assertThat(text.code).isEqualTo(1);
    assertThat(text.out)
        .startsWith("Quick fix: FAIL\nChanged: " + RATE + "=0.0031\n")
        .contains("Cured:   0 of 4, spoiled 0");
  }

  @Test
  void theFirstEpochOfTheRunIsNotTrainedAgain() throws IOException {
    String run = stored(13);

    CliSession cli = session().run("quickfix", "--run", run, "--try", CURE, "--json");

    assertThat(cli.code).as(cli.err).isZero();
    assertThat(starts(cli)).hasSize(1);
    assertThat(starts(cli).get(0).config().optimizer().head().learningRate()).isEqualTo(0.004);
    assertThat(starts(cli).get(0).config().name()).isEqualTo("sick");
    assertThat(cli.json().get("runBefore").asText()).isEqualTo(run);
    assertThat(cli.json().get("stepsBefore").asInt()).isEqualTo(6);
  }

  @Test
  void aRunWithoutAWholeEpochOrWithOtherSettingsIsTrainedAgain() {
    String run = stored(5);
    assertThat(starts(session().run("quickfix", "--run", run, "--try", CURE))).hasSize(2);

    CliSession other =
        session().run("quickfix", "--run", run, "--set", "seed=9", "--try", CURE, "--json");

    assertThat(starts(other)).hasSize(2);
    assertThat(starts(other).get(0).config().seed()).isEqualTo(9);
    assertThat(starts(other).get(1).config().seed()).isEqualTo(9);
  }

  @Test
  void theFirstChangeThatTheRunsFindingsProposeIsTried() throws IOException {
    Finding silent = new Finding("a.b", Severity.ERROR, "No change helps.", List.of(), "");
    String run = stored(13, silent, proposing("0.004"), proposing("0.1"));

    CliSession cli = session().run("quickfix", "--run", run, "--json");

    assertThat(cli.code).as(cli.err).isZero();
    assertThat(cli.json().at("/changes/0/key").asText()).isEqualTo(RATE);
    assertThat(cli.json().at("/changes/0/value").asText()).isEqualTo("0.004");
  }

  @Test
  void aRunWhoseFindingsProposeNothingNeedsAChange() {
    String run = stored(13);

    CliSession cli = session().run("quickfix", "--run", run);

    assertThat(cli.code).isEqualTo(2);
    assertThat(cli.err).contains("No finding of the run proposes a change; name one with --try");
    assertThat(cli.studio.commands).isEmpty();
  }

  @Test
  void severalChangesAreTriedTogether() throws IOException {
    CliSession cli =
        session().run("quickfix", "--try", CURE, "--try", "sampler.instances=2", "--json");

    RunConfig after = starts(cli).get(1).config();
    assertThat(after.sampler().instances()).isEqualTo(2);
    assertThat(after.optimizer().head().learningRate()).isEqualTo(0.004);
    assertThat(cli.json().get("changes")).hasSize(2);
  }

  @Test
  void aRunThatFailsIsSaid() {
    CliSession cli =
        new CliSession(
            home,
            (command, store) -> {
              begun((RunCommand.Start) command, store, 3)
                  .state(RunState.FAILED, "The disk is full.");
              return FakeStudio.accepted();
            });

    cli.run("quickfix", "--try", CURE, "--json");

    assertThat(cli.code).isEqualTo(1);
    assertThat(cli.out).isEmpty();
    assertThat(cli.err).contains("did not make one epoch. The disk is full.");
    assertThat(starts(cli)).hasSize(1);
  }

  @Test
  void aRefusalIsSaid() {
    CliSession cli =
        new CliSession(home, (command, store) -> new CommandAck.Refused("Not now."))
            .run("quickfix", "--try", CURE);

    assertThat(cli.code).isEqualTo(1);
    assertThat(cli.err).contains("error: Not now.");
  }

  /** Of the first run, or of the second. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void interruptionStopsTheRunThatTrains(int interrupted) {
    CliSession[] session = new CliSession[1];
    ScriptedRun[] run = new ScriptedRun[1];
    int[] started = {0};
    session[0] =
        new CliSession(
            home,
            (command, store) -> {
              if (command instanceof RunCommand.Start start && ++started[0] < interrupted) {
                return oneEpoch(start, store);
              } else if (command instanceof RunCommand.Start start) {
                run[0] = begun(start, store, 3);
                new Thread(session[0].interruption::request).start();
              } else {
                run[0].state(RunState.STOPPING, "").state(RunState.STOPPED, "");
              }
              return FakeStudio.accepted();
            });

    CliSession cli = session[0].run("quickfix", "--try", CURE, "--json");

    assertThat(cli.code).isEqualTo(130);
    assertThat(cli.out).isEmpty();
    assertThat(starts(cli)).hasSize(interrupted);
    assertThat(cli.studio.commands).last().isInstanceOf(RunCommand.Stop.class);
    assertThat(cli.studio.closed).isEqualTo(1);
  }
}
