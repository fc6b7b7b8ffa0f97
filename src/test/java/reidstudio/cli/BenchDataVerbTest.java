package reidstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchDataVerbTest {
  @TempDir Path home;
  private CliSession cli;

  @BeforeEach
  void session() {
    cli =
        new CliSession(
            home,
            (command, store) -> {
              throw new AssertionError("no run is needed, but got " + command);
            });
  }

  @Test
  void bothWaysAreTimedAndTheLargeFolderIsReadAndPlanned() throws IOException {
    long before = scratchFolders();
    JsonNode found =
        cli.run("bench", "data", "--pictures", "6", "--rounds", "2", "--people", "30", "--json")
            .json();

    assertThat(found.get("pictures").asInt()).isEqualTo(6);
    assertThat(found.get("rounds").asInt()).isEqualTo(2);
    assertThat(found.get("sizes").asText()).contains("128x256", "200x500");
    assertThat(found.get("bytes").asInt()).isBetween(6 * 5_000, 6 * 60_000);
    JsonNode usual = found.get("imageIo");
    double milliseconds =
        usual.get("readMs").asDouble()
            + usual.get("scaleMs").asDouble()
            + usual.get("normaliseMs").asDouble();
    assertThat(usual.get("picturesPerSecond").asDouble() * milliseconds / 1000)
        .isCloseTo(1, within(0.5));
    assertThat(found.get("pipeline").findValuesAsText("threads")).containsExactly("1", "2");
    found
        .get("pipeline")
        .forEach(way -> assertThat(way.get("timesImageIoPerThread").asDouble()).isPositive());

    JsonNode index = found.get("index");
    assertThat(index.get("pictures").asInt()).isEqualTo(30 * (46 + 27 + 18 + 18));
    assertThat(index.get("train").get("vis").asInt()).isEqualTo(18 * 46);
    assertThat(index.get("train").get("text").asInt()).isEqualTo(18 * 46);
    assertThat(index.get("gallery").asInt()).isEqualTo(12 * 46);
    assertThat(index.get("queries").asInt()).isEqualTo(12 * 8 * (46 + 27 + 18 + 18));
    assertThat(index.get("readSeconds").asDouble()).isPositive();
    assertThat(index.get("batches").asInt()).isPositive();
    assertThat(scratchFolders()).isEqualTo(before);
  }

  @Test
  void anInterruptionLeavesNothingBehind() throws IOException {
    long before = scratchFolders();
    cli.interruption.close();
    cli.interruption.request();
    cli.run("bench", "data", "--pictures", "2", "--people", "2");
    assertThat(cli.code).isEqualTo(130);
    assertThat(scratchFolders()).isEqualTo(before);
  }

  @Test
  void tooFewPeopleForABatchIsOneSentence() {
    cli.run("bench", "data", "--pictures", "0", "--people", "4");
    assertThat(cli.code).isEqualTo(1);
    assertThat(cli.err).contains("a batch needs 16").doesNotContain("\tat ");
  }

  @Test
  void whatIsOutOfRangeIsNamed() {
    cli.run("bench", "data", "--pictures", "1", "--rounds", "0", "--people", "3000");
    assertThat(cli.code).isEqualTo(2);
    assertThat(cli.err).contains("--pictures", "--rounds", "--people", "is 3000");
  }

  private static long scratchFolders() throws IOException {
    try (Stream<Path> entries = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith("reid-studio-bench"))
          .count();
    }
  }
}
