package reidstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.tensor.weights.WeightFile;

/** The whole gallery and a few queries of each setting. */
class BenchEvalVerbTest {
  @TempDir Path home;

  @Test
  void everySettingIsScoredAgainstTheWholeGallery() throws IOException {
    JsonNode found = run("", "--json").json();

    assertThat(found.get("gallery").asInt()).isEqualTo(18_050);
    assertThat(found.get("dimensions").asInt()).isEqualTo(16);
    assertThat(found.get("seconds").asDouble()).isPositive();
    JsonNode settings = found.get("settings");
    assertThat(settings).hasSize(32);
    assertThat(new HashSet<>(settings.findValuesAsText("setting")))
        .hasSize(32)
        .contains("nir", "text+cp", "sk+nir+cp", "cp+nir+sk+text");
    assertThat(settings.get(0).get("queries").asInt()).as("a thousandth of 10,425").isEqualTo(10);
    assertThat(found.get("queries").asInt()).isEqualTo(8 * (10 + 7 + 7 + 18));
    // chance is a little above 1 in 400 identities
    settings.forEach(row -> assertThat(row.get("mAP").asDouble()).isBetween(0.004, 0.9));
  }

  @Test
  void theExportedFeaturesGiveTheSameScoresTheSlowWay() throws IOException {
    Path file = home.resolve("features.safetensors");
    JsonNode first = run("", "--json", "--export", file.toString()).json().get("settings").get(0);

    try (WeightFile features = WeightFile.open(file)) {
      float[] gallery = features.read("gallery");
      float[] labels = features.read("gallery.labels");
      float[] queries = features.read("query.nir");
      float[] owners = features.read("query.nir.labels");
      double sum = 0;
      for (int q = 0; q < owners.length; q++) {
        sum += averagePrecision(queries, q, owners[q], gallery, labels);
      }
      assertThat(first.get("mAP").asDouble()).isCloseTo(sum / owners.length, within(1e-6));
    }
  }

  private static double averagePrecision(
      float[] queries, int query, float owner, float[] gallery, float[] labels) {
    int width = gallery.length / labels.length;
    double[] cosine = new double[labels.length];
    for (int item = 0; item < labels.length; item++) {
      double product = 0;
      double length = 0;
      for (int i = 0; i < width; i++) {
        double there = gallery[item * width + i];
        product += queries[query * width + i] * there;
        length += there * there;
      }
      cosine[item] = product / Math.sqrt(length);
    }
    double sum = 0;
    int matches = 0;
    for (int item = 0; item < labels.length; item++) {
      if (labels[item] == owner) {
        int before = 0;
        int found = 0;
        for (int other = 0; other < labels.length; other++) {
          if (cosine[other] >= cosine[item]) {
            before++;
            found += labels[other] == owner ? 1 : 0;
          }
        }
        sum += (double) found / before;
        matches++;
      }
    }
    return sum / matches;
  }

  @Test
  void onRequestEveryLineIsAnsweredWithTheSameScores() throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    for (String line : run("go\n", "--on-request").out.lines().toList()) {
      if (line.startsWith("{")) {
        answers.add(new ObjectMapper().readTree(line).get("settings"));
      }
    }
    assertThat(answers).as("ready, and one answer").hasSize(2);
    assertThat(answers.get(1)).isEqualTo(answers.get(0));
  }

  @Test
  void whatIsOutOfRangeIsNamed() {
    CliSession cli = run("", "--share", "1.5");

    assertThat(cli.code).isEqualTo(2);
    assertThat(cli.err).contains("--share", "is 1.5, must be above 0 and at most 1");
  }

  private CliSession run(String input, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("bench", "eval", "--device", "cpu", "--dimensions", "16"));
    if (!List.of(more).contains("--share")) {
      arguments.addAll(List.of("--share", "0.001"));
    }
    arguments.addAll(List.of(more));
    CliSession cli =
        new CliSession(
            home,
            (command, store) -> {
              throw new AssertionError("no run is needed, but got " + command);
            });
    cli.in = input;
    return cli.run(arguments.toArray(String[]::new));
  }
}
