package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.tensor.weights.SafetensorsWriter;
import reidstudio.tensor.weights.WeightFile;

/** Which checkpoint a run goes on from when files are damaged, and what is in one. */
class CheckpointFolderTest {
  private static final Optional<BestEpoch> BEST =
      Optional.of(new BestEpoch(BestEpoch.MEAN_LOSS, 1.0 / 3, 2));

  @TempDir static Path data;
  private static TrainingSession session;

  @TempDir Path run;
  private CheckpointFolder folder;
  private Path last;
  private Checkpointer checkpointer;

  @BeforeAll
  static void open() {
    session = SmallRun.session(SmallRun.data(data.resolve("data")), "optimizer.accumulation", "2");
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @BeforeEach
  void writeThree() throws IOException {
    folder = new CheckpointFolder(run.resolve("checkpoints"));
    last = folder.file(30);
    checkpointer = new Checkpointer(run);
    for (int step = 10; step <= 30; step += 10) {
      checkpointer.write(session, position(step));
    }
  }

  @Test
  void theLastTwoStayAndTheNewestIsChosen() throws IOException {
    assertThat(names())
        .containsExactly(
            "step-0000020.safetensors",
            "step-0000020.safetensors.sha256",
            "step-0000030.safetensors",
            "step-0000030.safetensors.sha256");
    CheckpointFolder.Choice choice = folder.newestUsable();
    assertThat(choice.warnings()).isEmpty();
    assertThat(choice.checkpoint().facts().position()).isEqualTo(position(30));
    assertThat(choice.checkpoint().facts().data()).isEqualTo(DataPrint.of(session));
  }

  @Test
  void othersCanReadTheFileAndCheckItsSum() throws IOException {
    String sum = Files.readString(CheckpointFile.sumOf(last));
    assertThat(sum).isEqualTo(Sha256.of(Files.readAllBytes(last)) + "  step-0000030.safetensors\n");
    try (WeightFile file = WeightFile.open(last)) {
      Map<String, NDArray> state = session.state();
      assertThat(file.names()).containsExactlyElementsOf(state.keySet());
      String weight = "bn_neck.classifier.weight";
      assertThat(state)
          .containsKeys(
              weight,
              "bn_neck.bn.running_var",
              "optimizer." + weight + ".exp_avg",
              "optimizer." + weight + ".exp_avg_sq",
              "optimizer." + weight + ".step");
    }
  }

  @Test
  void everyKindOfDamageIsNamedAndTheOneBeforeIsUsed() throws IOException {
    byte[] whole = Files.readAllBytes(last);
    Path sum = CheckpointFile.sumOf(last);
    byte[] wholeSum = Files.readAllBytes(sum);
    byte[] flipped = whole.clone();
    flipped[whole.length - 1] ^= 4;
    Files.write(last, flipped);
    assertSecondIsUsed("its checksum does not match");
    Files.write(last, Arrays.copyOf(whole, whole.length - 4));
    assertSecondIsUsed("its checksum does not match");
    Files.write(last, new byte[0]);
    assertSecondIsUsed("its checksum does not match");
    Files.write(last, whole);
    Files.delete(sum);
    assertSecondIsUsed("its checksum step-0000030.safetensors.sha256 is missing");
    Files.writeString(sum, "");
    assertSecondIsUsed("its checksum does not match");
    Files.write(sum, wholeSum);
    assertThat(folder.newestUsable().warnings()).isEmpty();
  }

  @Test
  void whatIsNoCheckpointIsNamedAlthoughItsSumIsRight() throws IOException {
    Files.write(last, new byte[] {3, 0, 0, 0, 0, 0, 0, 0, '{', '}', ' '});
    CheckpointFile.writeSum(last, Sha256.of(Files.readAllBytes(last)));
    assertSecondIsUsed("its header lacks 'schemaVersion'");
    rewrite(Map.of("schemaVersion", "2"));
    assertSecondIsUsed("it has version 2, this program reads 1");
    rewrite(Map.of("step", "thirty"));
    assertSecondIsUsed("a number in its header cannot be read");
  }

  @Test
  void aWriteThatFailsLeavesTheOlderOnesUsable() throws IOException {
    Path beside = folder.file(40).resolveSibling("step-0000040.safetensors.part");
    Files.createDirectory(beside);
    assertThatIOException()
        .isThrownBy(() -> checkpointer.write(session, position(40)))
        .withMessageStartingWith("The checkpoint cannot be written to " + folder.file(40) + ": ");
    assertThat(folder.newestUsable().checkpoint().facts().position()).isEqualTo(position(30));
    Files.delete(beside);
    checkpointer.write(session, position(40));
    assertThat(folder.newestUsable().checkpoint().facts().position()).isEqualTo(position(40));
  }

  /** On a full disk what was half written would take the room of the next try. */
  @Test
  void aWriteThatFailsHalfWayLeavesNothing() {
    DurableFile file = new DurableFile(folder.file(40));
    assertThatIOException()
        .isThrownBy(
            () ->
                file.write(
                    out -> {
                      out.write(ByteBuffer.wrap(new byte[1000]));
                      throw new IOException("No space left on device");
                    }))
        .withMessage("No space left on device");
    assertThat(folder.file(40).getParent())
        .isDirectoryNotContaining("glob:**/step-0000040*")
        .isDirectoryContaining("glob:**/step-0000030*");
  }

  @Test
  void whatAKilledProcessLeftGoesWithTheNextCheckpoint() throws IOException {
    Path checkpoints = last.getParent();
    Files.write(checkpoints.resolve("step-0000025.safetensors.part"), new byte[9]);
    Files.write(checkpoints.resolve("step-0000025.safetensors.sha256.part"), new byte[9]);
    Files.write(checkpoints.resolve("step-0000028.safetensors.unusable"), new byte[9]);
    Files.write(checkpoints.resolve("step-0000050.safetensors.unusable"), new byte[9]);
    checkpointer.write(session, position(40));
    assertThat(names())
        .containsExactly(
            "step-0000030.safetensors",
            "step-0000030.safetensors.sha256",
            "step-0000040.safetensors",
            "step-0000040.safetensors.sha256",
            "step-0000050.safetensors.unusable");
  }

  /** As if the power had gone between the two renames. */
  @Test
  void aCheckpointThatWasNotRenamedYetDoesNotCount() throws IOException {
    Files.move(last, last.resolveSibling(last.getFileName() + ".part"));
    CheckpointFolder.Choice choice = folder.newestUsable();
    assertThat(choice.checkpoint().facts().position().step()).isEqualTo(20);
    assertThat(choice.warnings()).isEmpty();
  }

  @Test
  void damagedOnesDoNotPushOutNewOnes() throws IOException {
    Files.write(last, new byte[0]);
    Checkpointer again = new Checkpointer(run);
    again.goOnFrom(folder.newestUsable().checkpoint());
    again.write(session, position(20));
    again.write(session, position(21));
    again.write(session, position(22));
    assertThat(names())
        .containsExactly(
            "step-0000021.safetensors",
            "step-0000021.safetensors.sha256",
            "step-0000022.safetensors",
            "step-0000022.safetensors.sha256",
            "step-0000030.safetensors.unusable");
    assertThat(folder.newestUsable().checkpoint().facts().position().step()).isEqualTo(22);
  }

  @Test
  void arraysComeBackBitForBit() throws IOException {
    try (NDManager scope = session.pack().manager().newSubManager()) {
      Map<String, NDArray> state = session.state();
      Map<String, float[]> before = new LinkedHashMap<>();
      int salt = 1;
      for (Map.Entry<String, NDArray> entry : state.entrySet()) {
        NDArray odd = scope.full(entry.getValue().getShape(), 1f / salt++);
        session.pack().run("assign", entry.getValue(), odd);
        before.put(entry.getKey(), entry.getValue().toFloatArray());
        assertThat(before.get(entry.getKey())[0]).isEqualTo(odd.toFloatArray()[0]);
      }
      checkpointer.write(session, position(50));
      for (NDArray array : state.values()) {
        session.pack().run("assign", array, scope.zeros(array.getShape()));
      }
      folder.newestUsable().checkpoint().restore(session.state(), session.pack());
      session
          .state()
          .forEach((name, array) -> assertThat(array.toFloatArray()).isEqualTo(before.get(name)));
    }
  }

  @Test
  void aModelOfAnotherShapeIsRefusedWithTheFirstDifference() throws IOException {
    CheckpointFile file = folder.newestUsable().checkpoint();
    try (NDManager scope = session.pack().manager().newSubManager()) {
      Map<String, NDArray> state = session.state();
      Map<String, NDArray> other = new LinkedHashMap<>(state);
      other.put("bn_neck.bn.bias", scope.zeros(new Shape(3)));
      assertThatIOException()
          .isThrownBy(() -> file.restore(other, session.pack()))
          .withMessage(
              "The checkpoint step-0000030.safetensors does not fit the run's model:"
                  + " 'bn_neck.bn.bias' is (64) in it, the model has (3).");
      Map<String, NDArray> more = new LinkedHashMap<>(state);
      more.put("new.array", scope.zeros(new Shape(3)));
      assertThatIOException()
          .isThrownBy(() -> file.restore(more, session.pack()))
          .withMessageContaining("it lacks 1 arrays, first 'new.array'");
      Map<String, NDArray> fewer = new LinkedHashMap<>(state);
      fewer.remove("bn_neck.bn.bias");
      assertThatIOException()
          .isThrownBy(() -> file.restore(fewer, session.pack()))
          .withMessageContaining("the model has no 'bn_neck.bn.bias'");
    }
  }

  private void rewrite(Map<String, String> changes) throws IOException {
    Map<String, String> metadata =
        new LinkedHashMap<>(
            new CheckpointFacts(position(30), DataPrint.of(session), "{}").metadata());
    metadata.putAll(changes);
    String sum =
        new DurableFile(last).write(out -> new SafetensorsWriter().write(out, Map.of(), metadata));
    CheckpointFile.writeSum(last, sum);
  }

  private void assertSecondIsUsed(String reason) throws IOException {
    CheckpointFolder.Choice choice = folder.newestUsable();
    assertThat(choice.checkpoint().path()).isEqualTo(folder.file(20));
    assertThat(choice.warnings())
        .singleElement()
        .asString()
        .startsWith("The checkpoint step-0000030.safetensors cannot be used: " + reason);
  }

  private static Position position(int step) {
    return new Position(
        step, step, 3, step % 7, 0.1 + step, 1.0 / step, BEST, OptionalDouble.of(7.0 / step));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(run.resolve("checkpoints"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
