package reidstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.event.TrainingEvent.DiagnosisFailed;
import reidstudio.event.TrainingEvent.DiagnosisFinished;
import reidstudio.event.TrainingEvent.DiagnosisProgressed;
import reidstudio.store.RunStore;

class CheckVerbTest {
  @TempDir Path home;

  private static CommandAck report(RunCommand command, RunStore store, Severity severity) {
    CheckKind check = ((RunCommand.Diagnose) command).check();
    Finding finding =
        new Finding(
            check.word() + ".something",
            severity,
            "Something was looked at.",
            List.of(new Evidence("share", "0.2", "1.0")),
            "Change it.");
    store.publish(new DiagnosisProgressed("", 1, check, 0.5, "looking"));
    store.publish(
        new DiagnosisFinished(
            "",
            2,
            new DiagnosisReport(check, Instant.EPOCH, "a fresh model", List.of(finding), false)));
    return FakeStudio.accepted();
  }

  private CliSession reporting(Severity severity) {
    return new CliSession(home, (command, store) -> report(command, store, severity));
  }

  @ParameterizedTest
  @CsvSource({"OK,pass,0", "INFO,pass,0", "UNCHECKED,fail,1", "WARNING,fail,1", "ERROR,fail,1"})
  void exitCodeFollowsTheVerdict(Severity severity, String verdict, int code) throws IOException {
    CliSession cli = reporting(severity).run("check", "ce", "--json");

    assertThat(cli.code).isEqualTo(code);
    assertThat(cli.json().get("check").asText()).isEqualTo("ce");
    assertThat(cli.json().get("verdict").asText()).isEqualTo(verdict);
  }

  @Test
  void findingsHaveTheFieldsOfTheContract() throws IOException {
    JsonNode finding =
        reporting(Severity.WARNING)
            .run("check", "sampling", "--json")
            .json()
            .get("findings")
            .get(0);

    assertThat(finding.get("id").asText()).isEqualTo("sampling.something");
    assertThat(finding.get("severity").asText()).isEqualTo("warning");
    assertThat(finding.get("title").asText()).isEqualTo("Something was looked at.");
    assertThat(finding.get("evidence").get(0).get("observed").asText()).isEqualTo("0.2");
    assertThat(finding.get("fix").asText()).isEqualTo("Change it.");
  }

  @Test
  void textSaysTheSame() {
    CliSession cli = reporting(Severity.ERROR).run("check", "ce");

    assertThat(cli.out)
        .contains("FAIL")
        .contains("Something was looked at.")
        .contains("Change it.");
  }

  @Test
  void allIsOneReport() throws IOException {
    CliSession cli = reporting(Severity.WARNING).run("check", "all", "--json");

    assertThat(cli.studio.commands)
        .filteredOn(RunCommand.Diagnose.class::isInstance)
        .extracting(command -> ((RunCommand.Diagnose) command).check())
        .containsExactly(CheckKind.ALL);
    assertThat(cli.json().get("check").asText()).isEqualTo("all");
    assertThat(cli.json().get("findings")).hasSize(1);
  }

  @Test
  void engineThatIsNotReadyYetIsAskedAgain() {
    int[] asked = {0};
    CliSession cli =
        new CliSession(
            home,
            (command, store) ->
                asked[0]++ < 3
                    ? new CommandAck.Refused("A diagnosis is under way already.")
                    : report(command, store, Severity.OK));

    assertThat(cli.run("check", "ce").code).isZero();
  }

  @Test
  void refusalThatStaysIsTold() {
    CliSession cli =
        new CliSession(home, (command, store) -> new CommandAck.Refused("Not now."))
            .run("check", "ce");

    assertThat(cli.code).isEqualTo(1);
    assertThat(cli.err).contains("error: Not now.");
  }

  @Test
  void diagnosisThatFailsIsOneSentence() {
    CliSession cli =
        new CliSession(
            home,
            (command, store) -> {
              store.publish(
                  new DiagnosisFailed("", 1, CheckKind.CE, "train_annos.json is broken."));
              return FakeStudio.accepted();
            });

    cli.run("check", "ce", "--json");

    assertThat(cli.code).isEqualTo(1);
    assertThat(cli.out).isEmpty();
    assertThat(cli.err).contains("error: train_annos.json is broken.");
  }

  @Test
  void interruptionCancelsTheDiagnosis() throws Exception {
    CliSession[] session = new CliSession[1];
    session[0] =
        new CliSession(
            home,
            (command, store) -> {
              if (command instanceof RunCommand.Diagnose) {
                new Thread(session[0].interruption::request).start();
              } else {
                store.publish(new DiagnosisFailed("", 1, CheckKind.CE, "Cancelled."));
              }
              return FakeStudio.accepted();
            });

    CliSession cli = session[0].run("check", "all", "--json");

    assertThat(cli.code).isEqualTo(130);
    assertThat(cli.out).isEmpty();
    assertThat(cli.studio.commands).last().isInstanceOf(RunCommand.CancelDiagnosis.class);
    assertThat(cli.studio.closed).isEqualTo(1);
  }

  @Test
  void settingsAndDataOfARunAreUsed() throws IOException {
    Path data = Files.createDirectory(home.resolve("people"));
    Path run = Files.createDirectories(home.resolve("runs").resolve("old"));
    RunConfigCodec codec = new RunConfigCodec();
    RunConfig config =
        codec.read(
            null,
            Map.of("loss.sdm.temperature", "0.02", "data.directory", data.toString()),
            RunConfig.defaults());
    Files.writeString(run.resolve("config.json"), codec.toJson(config));

    CliSession byName = reporting(Severity.OK).run("check", "ce", "--run", "old");
    CliSession byPath =
        reporting(Severity.OK).run("check", "ce", "--run=" + run, "--set=sampler.instances=2");

    assertThat(((RunCommand.Diagnose) byName.studio.commands.get(0)).config()).isEqualTo(config);
    assertThat(byName.studio.datasetCalls).isEmpty();
    RunConfig changed = ((RunCommand.Diagnose) byPath.studio.commands.get(0)).config();
    assertThat(changed.loss()).isEqualTo(config.loss());
    assertThat(changed.sampler().instances()).isEqualTo(2);
  }

  @Test
  void theLastCheckpointOfARunCanBeLookedAt() throws IOException {
    Path run = Files.createDirectories(home.resolve("runs").resolve("old"));
    Files.writeString(
        run.resolve("config.json"), new RunConfigCodec().toJson(RunConfig.defaults()));

    CliSession cli = reporting(Severity.OK).run("check", "ce", "--run=old", "--last-checkpoint");
    assertThat(cli.code).isZero();
    assertThat(((RunCommand.Diagnose) cli.studio.commands.get(0)).endedRun()).contains(run);

    CliSession changed =
        reporting(Severity.OK)
            .run("check", "ce", "--run=old", "--last-checkpoint", "--set=sampler.instances=2");
    assertThat(changed.code).isEqualTo(2);
    assertThat(changed.err).contains("--last-checkpoint", "own settings");
    CliSession whose = reporting(Severity.OK).run("check", "ce", "--last-checkpoint");
    assertThat(whose.code).isEqualTo(2);
    assertThat(whose.err).contains("needs --run");
  }

  @Test
  void runWithoutConfigurationIsWrongUsage() throws IOException {
    Files.createDirectories(home.resolve("runs").resolve("old"));

    CliSession cli = reporting(Severity.OK).run("check", "ce", "--run", "old");

    assertThat(cli.code).isEqualTo(2);
    assertThat(cli.err).contains("config.json cannot be read");
  }
}
