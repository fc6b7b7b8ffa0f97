package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.tensor.weights.PlainSafetensors;

class CheckpointerTest {
  @TempDir static Path data;
  private static TrainingSession session;

  @TempDir Path run;

  @BeforeAll
  static void open() {
    session = SmallRun.session(SmallRun.data(data.resolve("data")));
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @Test
  void theWeightFileHoldsTheWholeStateOfTheModel() throws IOException {
    Path file = new Checkpointer(run).writeWeights(session, 17);
    PlainSafetensors weights = PlainSafetensors.read(file);
    var state = session.model().state();
    assertThat(weights.entries().keySet()).containsExactlyElementsOf(state.keySet());
    state.forEach(
        (name, array) -> {
          PlainSafetensors.Entry entry = weights.entries().get(name);
          String shape = Arrays.toString(array.getShape().getShape()).replaceAll("[\\[ \\]]", "");
          assertThat(entry.shape()).as(name).isEqualTo(shape);
          assertThat(entry.values()).as(name).isEqualTo(array.toFloatArray());
        });
    assertThat(weights.header()).contains("\"step\":\"17\"").contains("\"format\":\"pt\"");
    assertThat(children(file.getParent())).containsExactly("last.safetensors");
  }

  @Test
  void aWriteThatFailsLeavesTheOldFileAndSaysWhy() throws IOException {
    Path file = new Checkpointer(run).writeWeights(session, 1);
    byte[] old = Files.readAllBytes(file);
    Path beside = Files.createDirectory(file.resolveSibling("last.safetensors.part"));
    assertThatThrownBy(() -> new Checkpointer(run).writeWeights(session, 2))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Weights cannot be written to " + file + ": ");
    assertThat(Files.readAllBytes(file)).isEqualTo(old);
    Files.delete(beside);
    Path again = new Checkpointer(run).writeWeights(session, 2);
    assertThat(PlainSafetensors.read(again).header()).contains("\"step\":\"2\"");
  }

  @Test
  void whatAnInterruptedWriteLeftIsReplaced() throws IOException {
    Path checkpoints = Files.createDirectory(run.resolve("checkpoints"));
    Files.write(checkpoints.resolve("last.safetensors.part"), new byte[10_000_000]);
    Path file = new Checkpointer(run).writeWeights(session, 1);
    assertThat(PlainSafetensors.read(file).entries()).isNotEmpty();
    assertThat(children(checkpoints)).containsExactly("last.safetensors");
  }

  @Test
  void labelsAndWordsAreWrittenInTheOrderOfTheirNumbers() throws IOException {
    new Checkpointer(run).writeFacts(session);
    List<String> labels = Files.readAllLines(run.resolve("labels.tsv"));
    List<String> identities = session.dataset().labels().identities();
    assertThat(labels).hasSize(10).first().isEqualTo("0\t" + identities.get(0));
    assertThat(labels).last().isEqualTo("9\t" + identities.get(9));
    assertThat(Files.readAllLines(run.resolve("vocabulary.txt")))
        .isEqualTo(session.captions().words());
    assertThat(children(run))
        .containsExactlyInAnyOrder("labels.tsv", "vocabulary.txt", "parameters.tsv");
  }

  private static List<String> children(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
