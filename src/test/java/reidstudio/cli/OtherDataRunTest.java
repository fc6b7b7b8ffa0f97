package reidstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.app.Studio;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.config.StudioHome;
import reidstudio.engine.SmallRun;
import reidstudio.engine.TinySets;
import reidstudio.event.Evaluation;
import reidstudio.event.RunState;
import reidstudio.store.RunReader;
import reidstudio.store.RunTrace;

/** Real runs on data with two of the five modalities, from the folder to the table. */
@Timeout(120)
class OtherDataRunTest {
  @TempDir Path folder;

  /** The default model, small; modalities that the data lacks are fine. */
  private Path train(Path data, String... settings) throws Exception {
    Path run = folder.resolve("run");
    String[] all = new String[settings.length + 4];
    System.arraycopy(new String[] {"epochs", "2", "evaluation.everyEpochs", "1"}, 0, all, 0, 4);
    System.arraycopy(settings, 0, all, 4, settings.length);
    try (Studio studio = new Studio(new StudioHome(folder.resolve("home")), Clock.systemUTC())) {
      RunCommand start = new RunCommand.Start(SmallRun.config(data, all), Optional.of(run));
      assertThat(studio.control().submit(start)).isInstanceOf(CommandAck.Accepted.class);
      RunTrace trace = studio.store().current();
      new Poller(Duration.ofMillis(10))
          .until(() -> trace.state().filter(RunState::isTerminal).isPresent(), () -> {});
      assertThat(trace.state()).contains(RunState.COMPLETED);
    }
    return run;
  }

  private CliSession cli(String... arguments) {
    return new CliSession(
            folder.resolve("home"),
            (command, store) -> {
              throw new AssertionError("nothing may be begun, but got " + command);
            })
        .run(arguments);
  }

  @Test
  void visibleAndInfrared() throws Exception {
    Path run = train(new TinySets(folder.resolve("data")).sysu());
    List<Evaluation> evaluations = new RunReader().open(run).evaluations();
    assertThat(evaluations).hasSize(2);
    assertThat(evaluations.get(1).protocol()).isEqualTo("SYSU-all-single");
    assertThat(evaluations.get(1).meanAveragePrecision().orElseThrow()).isBetween(.1, 1.0);

    JsonNode usual = cli("evaluate", "--run", run.toString(), "--json").json();
    assertThat(usual.get("meanMAP").asDouble())
        .isEqualTo(evaluations.get(1).meanAveragePrecision().orElseThrow());
    CliSession indoor =
        cli("evaluate", "--run", run.toString(), "--protocol", "sysu-indoor-multi", "--json");
    assertThat(indoor.code).as(indoor.err).isZero();
    assertThat(indoor.json().get("protocol").asText()).isEqualTo("SYSU-indoor-multi");
    assertThat(indoor.json().get("conduct").asText()).contains("10 trials", "cameras 1, 2");
    assertThat(indoor.json().get("settings").get(0).get("setting").asText()).isEqualTo("nir");

    CliSession wrong = cli("evaluate", "--run", run.toString(), "--protocol", "llcm");
    assertThat(wrong.code).isEqualTo(1);
    assertThat(wrong.err).contains("llcm", "allowed are SYSU-all-single,");
    CliSession unknown = cli("evaluate", "--run", run.toString(), "--protocol", "mars");
    assertThat(unknown.code).isEqualTo(2);
    assertThat(unknown.err).contains("is 'mars', allowed are ORBench");
    CliSession none = cli("evaluate", "--run", run.toString(), "--submission", folder + "/s.csv");
    assertThat(none.code).isEqualTo(1);
    assertThat(none.err).contains("has no val_queries.json, so there is nothing to submit");
  }

  @Test
  void captions() throws Exception {
    Path run = train(new TinySets(folder.resolve("data")).cuhk());
    CliSession cli = cli("evaluate", "--run", run.toString());
    assertThat(cli.code).as(cli.err).isZero();
    assertThat(cli.out)
        .contains("Protocol   CUHK-PEDES: 6 gallery pictures", "one trial with the whole gallery")
        .containsPattern("(?m)^text +12( +[0-9.]+){6}$");
  }

  @Test
  void theChallenge() throws Exception {
    Path run = train(new TinySets(folder.resolve("data")).prcv());
    CliSession cli = cli("evaluate", "--run", run.toString(), "--json");
    assertThat(cli.json().get("protocol").asText()).isEqualTo("PRCV2025");
    assertThat(cli.json().get("conduct").asText()).contains("local score", "single", "quad");
    Path file = folder.resolve("submission.csv");
    CliSession submitted =
        cli("evaluate", "--run", run.toString(), "--submission", file.toString(), "--json");
    assertThat(submitted.code).as(submitted.err).isZero();
    assertThat(submitted.json().get("submission").asText()).isEqualTo(file.toString());
    assertThat(submitted.json().get("warnings").toString())
        .contains("val/sk/none.jpg", "val_queries.json entry 5");
    assertSubmission(file);
  }

  /** Each gallery picture once, the numbers of the files, one line a query in ascending order. */
  private static void assertSubmission(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).isEqualTo("query_idx,query_type,ranking_list_idx");
    String[] starts = {"2,onemodal_TEXT,", "5,onemodal_NIR,", "9,twomodal_TEXT_SK,"};
    for (int i = 0; i < starts.length; i++) {
      String line = lines.get(i + 1);
      assertThat(line).startsWith(starts[i] + "\"[").endsWith("]\"");
      String list = line.substring(starts[i].length() + 2, line.length() - 2);
      assertThat(list.split(",")).containsExactlyInAnyOrder("3", "9", "12", "700");
    }
    assertThat(lines.get(4)).isEqualTo("10,onemodal_SK,\"[3,9,12,700]\"");
  }
}
