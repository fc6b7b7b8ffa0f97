package reidstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.Patience;
import reidstudio.app.Studio;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.config.StudioHome;
import reidstudio.engine.SmallRun;
import reidstudio.event.Evaluation;
import reidstudio.event.SettingScores;
import reidstudio.store.RunReader;
import reidstudio.store.RunStore;
import reidstudio.store.RunTrace;
import reidstudio.tensor.weights.WeightFile;

/** Over the folder of a real run, which evaluated itself after both of its epochs. */
@Timeout(120)
class EvaluateVerbTest {
  @TempDir static Path folder;
  private static Path home;
  private static Path run;
  private static List<Evaluation> within;

  @TempDir Path out;

  @BeforeAll
  static void train() throws Exception {
    Path data = SmallRun.data(folder.resolve("data"));
    home = folder.resolve("home");
    run = folder.resolve("run");
    try (Studio studio = new Studio(new StudioHome(home), Clock.systemUTC())) {
      RunCommand start =
          new RunCommand.Start(
              SmallRun.config(data, "epochs", "2", "evaluation.everyEpochs", "1"),
              Optional.of(run));
      assertThat(studio.control().submit(start)).isInstanceOf(CommandAck.Accepted.class);
      RunTrace trace = studio.store().current();
      new Poller(java.time.Duration.ofMillis(10))
          .until(() -> trace.state().filter(s -> s.isTerminal()).isPresent(), () -> {});
    }
    within = new RunReader().open(run).evaluations();
    assertThat(within).hasSize(2);
  }

  @Test
  void theLastCheckpointHasTheScoresOfTheLastEvaluation() throws IOException {
    Path csv = out.resolve("table.csv");
    CliSession cli = evaluate("--json", "--csv", csv.toString());
    assertThat(cli.code).as(cli.err).isZero();
    JsonNode json = cli.json();
    Evaluation last = within.get(1);
    assertThat(json.get("step").asLong()).isEqualTo(last.step());
    assertThat(json.get("epoch").asInt()).isEqualTo(2);
    assertThat(json.get("protocol").asText()).isEqualTo("ORBench");
    assertThat(json.get("gallery").asInt()).isEqualTo(9);
    assertThat(json.get("warnings")).isEmpty();
    assertThat(json.get("meanMAP").asDouble()).isEqualTo(last.meanAveragePrecision().orElseThrow());
    assertThat(json.get("settings")).hasSize(32);
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines).hasSize(33).first().isEqualTo("setting,queries,R1,R5,R10,mAP,mINP");
    for (int i = 0; i < 32; i++) {
      SettingScores scores = last.settings().get(i);
      JsonNode row = json.get("settings").get(i);
      assertThat(row.get("setting").asText()).isEqualTo(scores.setting());
      assertThat(row.get("queries").asInt()).isEqualTo(scores.queries());
      assertThat(row.get("R1").asDouble()).isEqualTo(scores.rank1());
      assertThat(row.get("mAP").asDouble()).isEqualTo(scores.map());
      assertThat(row.get("mINP").asDouble()).isEqualTo(scores.minp());
      assertThat(row.get("mAPLowest").asDouble()).isEqualTo(scores.map());
      assertThat(lines.get(i + 1))
          .isEqualTo(
              String.join(
                  ",",
                  scores.setting(),
                  "" + scores.queries(),
                  "" + scores.rank1(),
                  "" + scores.rank5(),
                  "" + scores.rank10(),
                  "" + scores.map(),
                  "" + scores.minp()));
    }
    assertThat(json.get("averages").findValuesAsText("setting"))
        .containsExactly("one", "two", "three", "four");
    double one =
        last.settings().subList(0, 4).stream().mapToDouble(s -> s.map()).average().orElseThrow();
    assertThat(json.get("averages").get(0).get("mAP").asDouble()).isCloseTo(one, within(1e-12));
  }

  @Test
  void theBestCheckpointHasTheScoresOfTheBestEvaluation() throws IOException {
    Evaluation best = within.stream().reduce((a, b) -> map(b) > map(a) ? b : a).orElseThrow();
    JsonNode json = evaluate("--json", "--checkpoint", "best").json();
    assertThat(json.get("epoch").asInt()).isEqualTo(best.epoch());
    assertThat(json.get("meanMAP").asDouble()).isEqualTo(map(best));
    assertThat(json.get("checkpoint").asText()).endsWith("best.safetensors");
  }

  @Test
  void aPersonReadsATable() {
    CliSession cli = evaluate();
    assertThat(cli.code).isZero();
    assertThat(cli.out)
        .contains("Protocol   ORBench: 9 gallery pictures")
        .containsPattern("(?m)^setting +queries +R1 +R5 +R10 +mAP +mINP +mAP@100$")
        .containsPattern("(?m)^sk\\+nir\\+cp\\+text +6( +[0-9.]+){6}$")
        .containsPattern("(?m)^four +[0-9]+( +[0-9.]+){5}$");
    assertThat(cli.err).contains("evaluating: ");
  }

  @Test
  void featuresAreWrittenWithTheirLabels() throws IOException {
    Path file = out.resolve("features.safetensors");
    assertThat(evaluate("--features-out", file.toString()).code).isZero();
    try (WeightFile features = WeightFile.open(file)) {
      assertThat(features.names()).hasSize(2 * 33).contains("gallery", "query.nir-text");
      assertThat(features.entry("gallery").shape()).containsExactly(9, 64);
      assertThat(features.entry("query.nir").shape()).containsExactly(6, 64);
      assertThat(features.read("gallery.labels")).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2);
      assertThat(features.read("query.nir-text.labels")).containsExactly(0, 0, 1, 1, 2, 2);
      assertThat(features.metadata().get("identities").lines()).hasSize(3);
      for (float value : features.read("query.nir-text")) {
        assertThat(value).isFinite();
      }
    }
    CliSession nowhere = evaluate("--features-out", out.resolve("no/f.safetensors").toString());
    assertThat(nowhere.code).isEqualTo(1);
    assertThat(nowhere.err)
        .contains("error: There is no folder " + out.resolve("no"))
        .doesNotContain("\tat ");
  }

  @Test
  void featuresInAFileHaveTheScoresOfTheirRun() throws IOException {
    Path file = out.resolve("features.safetensors");
    JsonNode run = evaluate("--json", "--features-out", file.toString()).json();
    Path csv = out.resolve("table.csv");
    CliSession cli = cli("evaluate", "--features", file.toString(), "--json", "--csv", "" + csv);
    assertThat(cli.code).as(cli.err).isZero();
    JsonNode scored = cli.json();
    assertThat(scored.get("features").asText()).isEqualTo(file.toString());
    assertThat(scored.has("run")).isFalse();
    assertThat(scored.has("checkpoint")).isFalse();
    for (String same : List.of("gallery", "meanMAP", "settings", "averages")) {
      assertThat(scored.get(same)).as(same).isEqualTo(run.get(same));
    }
    assertThat(csv).content().hasLineCount(33);
    assertThat(cli("evaluate", "--features", file.toString()).out)
        .startsWith("Features   " + file)
        .contains("Protocol   plain: 9 gallery pictures");
  }

  @Test
  void aSecondEvaluationSaysThatItsFeaturesWereKept() throws IOException {
    JsonNode first = evaluate("--json", "--no-cache").json();
    evaluate();
    JsonNode second = evaluate("--json").json();
    assertThat(first.get("cached").asBoolean()).isFalse();
    assertThat(second.get("cached").asBoolean()).isTrue();
    for (String same : List.of("meanMAP", "settings", "averages", "conduct", "warnings")) {
      assertThat(second.get(same)).as(same).isEqualTo(first.get(same));
    }
    assertThat(evaluate().out).contains("\nFeatures   of an earlier evaluation");
    assertThat(evaluate("--no-cache").out).doesNotContain("Features ");
  }

  @Test
  void aFileWithoutFeaturesIsOneSentence() throws IOException {
    Path file = Files.writeString(out.resolve("bad.safetensors"), "no features at all");
    CliSession bad = cli("evaluate", "--features", file.toString(), "--json");
    assertThat(bad.code).isEqualTo(1);
    assertThat(bad.out).isEmpty();
    assertThat(bad.err).contains("error: ", file.toString()).doesNotContain("\tat ");
    CliSession missing = cli("evaluate", "--features", out.resolve("none").toString());
    assertThat(missing.code).isEqualTo(2);
    assertThat(missing.err).contains("--features: there is no file " + out.resolve("none"));
  }

  @Test
  void featuresAndWhatBelongsToARunExcludeEachOther() throws IOException {
    Path file = Files.createFile(out.resolve("f"));
    CliSession cli =
        evaluate("--features", "" + file, "--checkpoint", "best", "--protocol", "ORBench");
    assertThat(cli.code).isEqualTo(2);
    assertThat(cli.err).contains("--features: goes without --run, --checkpoint, --protocol: ");
    CliSession neither = cli("evaluate");
    assertThat(neither.code).isEqualTo(2);
    assertThat(neither.err).contains("--run: is missing; name a run, or a file");
  }

  @Test
  void aRunWithoutCheckpointIsOneSentence() throws IOException {
    Path empty = Files.createDirectory(out.resolve("empty"));
    Files.copy(run.resolve("config.json"), empty.resolve("config.json"));
    CliSession cli = cli("evaluate", "--run", empty.toString(), "--json");
    assertThat(cli.code).isEqualTo(1);
    assertThat(cli.out).isEmpty();
    assertThat(cli.err)
        .contains("error: The run empty has no checkpoint, so there is no model to evaluate");
    CliSession best = cli("evaluate", "--run", empty.toString(), "--checkpoint", "best");
    assertThat(best.err).contains("error: The run empty has no best weights");
  }

  @Test
  void anInterruptionEndsIt() {
    CliSession cli = new CliSession(home, EvaluateVerbTest::nothing);
    cli.interruption.onRequest(() -> {});
    new Thread(cli.interruption::request).start();
    Patience.until("the interruption is heard", cli.interruption::isRequested);
    cli.run("evaluate", "--run", run.toString());
    assertThat(cli.code).isEqualTo(130);
    assertThat(cli.out).isEmpty();
  }

  private static CommandAck nothing(RunCommand command, RunStore store) {
    throw new AssertionError("nothing may be begun, but got " + command);
  }

  private static double map(Evaluation evaluation) {
    return evaluation.meanAveragePrecision().orElseThrow();
  }

  private static CliSession evaluate(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = "evaluate";
    all[1] = "--run";
    all[2] = run.toString();
    System.arraycopy(more, 0, all, 3, more.length);
    return cli(all);
  }

  private static CliSession cli(String... arguments) {
    return new CliSession(home, EvaluateVerbTest::nothing).run(arguments);
  }
}
