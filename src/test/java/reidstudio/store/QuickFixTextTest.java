package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.event.Change;
import reidstudio.event.EpochSummary;
import reidstudio.event.HeadReach;
import reidstudio.event.QuickFixReport;

class QuickFixTextTest {
  private static final QuickFixReport REPORT =
      new QuickFixReport(
          List.of(new Change("optimizer.head.learningRate", "0.003"), new Change("a.b", "c")),
          "old",
          "new",
          new EpochSummary(
              1,
              48,
              OptionalInt.of(64),
              4.2,
              4.16,
              0.5,
              6,
              12,
              Double.NaN,
              22.6,
              48,
              new HeadReach(20)),
          new EpochSummary(
              1,
              50,
              OptionalInt.of(64),
              4.15,
              3.9,
              0.9,
              11.5,
              12,
              22.5,
              22.6,
              50,
              new HeadReach(21)));

  @Test
  void theWholeLayout() {
    assertThat(new QuickFixText().text(REPORT))
        .isEqualTo(
            """
            Quick fix: FAIL
            Changed: optimizer.head.learningRate=0.003, a.b=c
            Before:  run old, one epoch of 48 steps
            After:   run new, one epoch of 50 steps
            Cured:   3 of 4, spoiled 0

                                                             before          after   expected
            cross-entropy at the end of the epoch          4.160 --       3.900 --   below 3.76 and falling
            pairable ratio                                 0.500 --       0.900 ok   above 0.8
            valid rows of a batch                          6.000 --      11.500 ok   near 12.0
            norm after batch normalisation               unknown --      22.500 ok   within 20 % of 22.6
            cross-entropy fell within the epoch by         0.040          0.250

            Cross-entropy falls now, by 0.25 in one epoch; the limit is for longer epochs.
            """);
  }

  @Test
  void nothingIsAddedWhereNothingFell() {
    QuickFixReport none =
        new QuickFixReport(List.of(), "old", "new", REPORT.before(), REPORT.before());
    assertThat(new QuickFixText().text(none)).endsWith("by         0.040          0.040\n");
    assertThat(new QuickFixJson().tree(none).get("remark").asText()).isEmpty();
  }

  @Test
  void jsonSaysTheSame() {
    JsonNode tree = new QuickFixJson().tree(REPORT);
    assertThat(tree.get("verdict").asText()).isEqualTo("fail");
    assertThat(tree.at("/changes/0/key").asText()).isEqualTo("optimizer.head.learningRate");
    assertThat(tree.at("/changes/1/value").asText()).isEqualTo("c");
    assertThat(tree.get("runBefore").asText()).isEqualTo("old");
    assertThat(tree.get("stepsAfter").asInt()).isEqualTo(50);
    assertThat(tree.get("ceFellBefore").asDouble()).isEqualTo(4.2 - 4.16);
    assertThat(tree.get("ceFellAfter").asDouble()).isEqualTo(4.15 - 3.9);
    assertThat(tree.get("remark").asText()).startsWith("Cross-entropy falls now, by 0.25");
    assertThat(tree.get("items")).hasSize(4);
    assertThat(tree.at("/items/0/name").asText())
        .isEqualTo("cross-entropy at the end of the epoch");
    assertThat(tree.at("/items/0/expected").asText()).isEqualTo("below 3.76 and falling");
    assertThat(tree.at("/items/1/passedBefore").asBoolean(true)).isFalse();
    assertThat(tree.at("/items/1/passedAfter").asBoolean()).isTrue();
    assertThat(tree.at("/items/3/before").isNull()).as("not a number is null").isTrue();
    assertThat(tree.at("/items/3/after").asDouble()).isEqualTo(22.5);
  }

  @Test
  void theRunsFolderKeepsBoth(@TempDir Path run) throws IOException {
    QuickFixFiles files = new QuickFixFiles(run);
    files.write(new QuickFixReport(List.of(), "x", "y", REPORT.before(), REPORT.before()));
    files.write(REPORT);
    Path folder = run.resolve("diagnostics");
    assertThat(Files.readString(folder.resolve("quickfix.txt")))
        .isEqualTo(new QuickFixText().text(REPORT));
    assertThat(new ObjectMapper().readTree(folder.resolve("quickfix.json").toFile()))
        .isEqualTo(new ObjectMapper().readTree(new QuickFixJson().tree(REPORT).toString()));
  }
}
