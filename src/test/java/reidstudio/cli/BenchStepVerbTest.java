package reidstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.tensor.weights.WeightFile;

/** Real steps of the compact model. */
class BenchStepVerbTest {
  private static final String[] FIELDS = {
    "precision",
    "device",
    "items",
    "parameters",
    "loss",
    "steps",
    "stepSeconds",
    "itemsPerSecond",
    "forwardShare",
    "backwardShare",
    "optimizerShare"
  };

  @TempDir Path home;

  @Test
  void theDocumentHasARowForEachPrecision() throws IOException {
    CliSession cli = run("", "--json");

    assertThat(cli.code).isZero();
    assertThat(cli.json().fieldNames()).toIterable().containsExactly("model", "batch", "results");
    assertThat(cli.json().get("model").asText()).isEqualTo("compact");
    assertThat(cli.json().get("batch").asInt()).isEqualTo(4);
    JsonNode results = cli.json().get("results");
    assertThat(results.findValuesAsText("precision")).containsExactly("float32", "bf16");
    results.forEach(BenchStepVerbTest::checkRow);
    double whole = results.get(0).get("loss").asDouble();
    assertThat(results.get(1).get("loss").asDouble())
        .as("the same step with fewer bits")
        .isNotEqualTo(whole)
        .isCloseTo(whole, within(0.05));
  }

  @Test
  void thePersonReadsALineForEachPrecision() {
    CliSession cli = run("", "--precision", "float32");

    assertThat(cli.out.lines())
        .singleElement()
        .asString()
        .matches("float32 +[0-9.]+ ms a step, +[0-9.]+ items/s; forward .* \\(CPU, .*\\)");
  }

  @Test
  void weightsAndBatchAreExported() throws IOException {
    Path folder = home.resolve("a").resolve("b");
    assertThat(run("", "--precision", "float32", "--export", folder.toString()).code).isZero();

    try (WeightFile weights = WeightFile.open(folder.resolve("weights.safetensors"));
        WeightFile batch = WeightFile.open(folder.resolve("batch.safetensors"))) {
      assertThat(weights.names()).contains("bn_neck.classifier.weight", "visual.vis.conv1.weight");
      assertThat(batch.names())
          .contains("pixels.vis", "pixels.sk", "captions", "captions.present", "labels");
      assertThat(batch.entry("pixels.vis").shape()).containsExactly(1, 3, 96, 48);
      assertThat(batch.read("labels")).hasSize(5).containsOnly(0);
    }
  }

  @Test
  void onRequestEveryLineIsAnsweredWithALine() throws IOException {
    CliSession cli = run("go\n\n", "--precision", "bf16", "--on-request");

    assertThat(cli.code).isZero();
    List<JsonNode> answers = answers(cli);
    assertThat(answers).as("ready, and two answers").hasSize(3);
    answers.forEach(BenchStepVerbTest::checkRow);
    assertThat(answers)
        .extracting(a -> a.get("loss").asDouble())
        .containsOnly(answers.get(0).get("loss").asDouble());
  }

  @Test
  void onRequestAnInputThatEndsAtOnceEndsTheVerb() throws IOException {
    CliSession cli = run("", "--precision", "bf16", "--on-request");

    assertThat(cli.code).isZero();
    assertThat(answers(cli)).as("ready").hasSize(1);
  }

  @Test
  void aDeviceThatIsNotThereIsOneSentence() {
    CliSession cli = run("", "--device", "cuda:99");

    assertThat(cli.code).isEqualTo(1);
    assertThat(cli.out).isEmpty();
    assertThat(cli.err).startsWith("error: Device cuda:99 was asked for").contains("--device cpu");
  }

  private CliSession run(String input, String... more) {
    CliSession cli =
        new CliSession(
            home,
            (command, store) -> {
              throw new AssertionError("no run is needed, but got " + command);
            });
    cli.in = input;
    List<String> all = new ArrayList<>(List.of("bench", "step", "--batch=4", "--steps=1"));
    all.add("--warmup=1");
    all.addAll(List.of(more));
    if (!all.contains("--device")) {
      all.add("--device=cpu");
    }
    return cli.run(all.toArray(String[]::new));
  }

  private static void checkRow(JsonNode row) {
    assertThat(row.fieldNames()).toIterable().containsExactly(FIELDS);
    assertThat(row.get("device").asText()).startsWith("CPU, ");
    assertThat(row.get("items").asInt()).isEqualTo(5);
    assertThat(row.get("parameters").asLong()).isGreaterThan(500_000);
    assertThat(row.get("steps").asInt()).isEqualTo(1);
    assertThat(row.get("loss").asDouble()).isBetween(4.0, 8.0);
    double seconds = row.get("stepSeconds").asDouble();
    assertThat(seconds).isPositive();
    assertThat(row.get("itemsPerSecond").asDouble()).isCloseTo(5 / seconds, within(1e-6 / seconds));
    double shares = 0;
    for (String share : List.of("forwardShare", "backwardShare", "optimizerShare")) {
      shares += row.get(share).asDouble();
    }
    assertThat(shares).isCloseTo(1, within(1e-9));
  }

  private static List<JsonNode> answers(CliSession cli) throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    for (String line : cli.out.lines().toList()) {
      answers.add(new ObjectMapper().readTree(line));
    }
    return answers;
  }
}
