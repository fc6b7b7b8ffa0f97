package reidstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.command.RunCommand;
import reidstudio.event.RunState;

class RunsVerbsTest {
  @TempDir Path home;
  private CliSession cli;
  private Path run;

  @BeforeEach
  void train() {
    cli =
        new CliSession(
            home,
            (command, store) -> {
              new ScriptedRun((RunCommand.Start) command, store)
                  .facts()
                  .state(RunState.RUNNING, "")
                  .steps(1, 12)
                  .state(RunState.FAILED, "It broke.");
              return FakeStudio.accepted();
            });
    run = home.resolve("runs").resolve("mine");
    assertThat(cli.run("train", "--run-dir", run.toString()).code).isEqualTo(1);
  }

  @Test
  void listNamesTheRun() throws IOException {
    JsonNode listed = cli.run("runs", "list", "--json").json().get("runs").get(0);

    assertThat(cli.code).isZero();
    assertThat(listed.get("run").asText()).isEqualTo(run.toString());
    assertThat(listed.get("state").asText()).isEqualTo("failed");
    assertThat(listed.get("epochsDone").intValue()).isEqualTo(2);
    assertThat(listed.get("ce").doubleValue()).isEqualTo(12);
    assertThat(cli.run("runs", "list").out).contains("failed").contains("mine");
  }

  @Test
  void listTellsWhatIsNoRun() throws IOException {
    Files.createDirectory(home.resolve("runs").resolve("stray"));

    assertThat(cli.run("runs", "list").out).contains("stray").contains("not the folder of a run");
    assertThat(cli.run("runs", "list", "--json").json().get("runs")).hasSize(2);
  }

  @Test
  void showHasTheFieldsOfTrain() throws IOException {
    JsonNode shown = cli.run("runs", "show", "mine", "--json").json();

    assertThat(cli.code).isZero();
    assertThat(shown.get("run").asText()).isEqualTo(run.toString());
    assertThat(shown.get("classes").intValue()).isEqualTo(64);
    assertThat(shown.get("ceFirst").doubleValue()).isEqualTo(5.5);
    assertThat(shown.get("ceLast").doubleValue()).isEqualTo(7.5);
    assertThat(shown.get("reason").asText()).isEqualTo("It broke.");
    assertThat(shown.get("interrupted").booleanValue()).isFalse();
    assertThat(cli.run("runs", "show", run.toString()).out).contains("It broke.");
  }

  @Test
  void exportWritesOneRowForEachStep() throws IOException {
    Path file = home.resolve("table.csv");

    JsonNode json = cli.run("runs", "export", "mine", "--csv", file.toString(), "--json").json();

    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    assertThat(json.get("rows").intValue()).isEqualTo(12);
    assertThat(lines).hasSize(13);
    assertThat(lines.get(0))
        .isEqualTo(
            "step,epoch,seconds,ce.accuracy,ce.loss,sdm.loss,sdm.rows,sdm.valid_rows,"
                + "speed.items_per_second");
    // The third step is the middle of an epoch of six, and has no SDM.
    assertThat(lines.get(3)).isEqualTo("3,0.5,1.5,0.03,3.0,,24.0,23.0,60.0");
    assertThat(lines.get(12)).isEqualTo("12,2.0,6.0,0.12,12.0,88.0,24.0,32.0,60.0");
  }

  @Test
  void exportIntoAMissingFolderIsOneSentence() {
    cli.run("runs", "export", "mine", "--csv", home.resolve("no").resolve("t.csv").toString());

    assertThat(cli.code).isEqualTo(1);
    assertThat(cli.err).contains("There is no folder " + home.resolve("no"));
  }
}
