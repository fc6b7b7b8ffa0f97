package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.metric.protocol.Protocol;

class FeatureKeyTest {
  private static final List<String> WORDS = List.of("a", "b");

  @TempDir Path folder;
  private Path picture;

  @BeforeEach
  void draw() throws IOException {
    picture = Files.write(folder.resolve("p.png"), new byte[] {1, 2});
  }

  @ParameterizedTest
  @CsvSource({
    "data.imageHeight, 72",
    "data.imageWidth, 48",
    "data.captionTokens, 20",
    "data.normalisation.sk.mean, '0.5,0.5,0.5'",
    "model.embedding, 64",
    "model.neck.batchNorm, false",
    "compute.precision, bf16",
    "evaluation.batchSize, 8"
  })
  void settingsThatMakeOtherFeaturesMakeOtherKeys(String setting, String value) throws IOException {
    assertThat(key("s", "cpu", WORDS, task("x"), setting, value)).isNotEqualTo(usual());
  }

  @ParameterizedTest
  @CsvSource({"epochs, 3", "data.flip, 0.1", "seed, 3", "name, other"})
  void settingsOfTrainingDoNot(String setting, String value) throws IOException {
    assertThat(key("s", "cpu", WORDS, task("x"), setting, value)).isEqualTo(usual());
  }

  @Test
  void weightsDeviceWordsAndItemsCount() throws IOException {
    List<String> keys = new ArrayList<>(List.of(usual()));
    keys.add(key("t", "cpu", WORDS, task("x")));
    keys.add(key("s", "cuda", WORDS, task("x")));
    keys.add(key("s", "cpu", List.of("b", "a"), task("x")));
    keys.add(key("s", "cpu", List.of("ab"), task("x")));
    keys.add(key("s", "cpu", WORDS, task("y")));
    Files.write(picture, new byte[] {1, 3});
    keys.add(usual());
    assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[0-9a-f]{64}"));
    Files.write(picture, new byte[] {1, 2});
    assertThat(usual()).isEqualTo(keys.get(0));
  }

  @Test
  void readingPicturesCanBeCancelledAndCanFail() throws IOException {
    FeatureKey key = new FeatureKey(SmallRun.tiny(), "cpu", WORDS);
    assertThatThrownBy(() -> key.of("s", task("x"), () -> true))
        .isInstanceOf(CancellationException.class);
    Files.delete(picture);
    assertThatThrownBy(this::usual).isInstanceOf(IOException.class);
  }

  private String usual() throws IOException {
    return key("s", "cpu", WORDS, task("x"));
  }

  private static String key(
      String checkpoint, String device, List<String> words, RetrievalTask task, String... settings)
      throws IOException {
    return new FeatureKey(SmallRun.tiny(settings), device, words).of(checkpoint, task, () -> false);
  }

  private RetrievalTask task(String caption) {
    List<Item> items =
        List.of(
            new Item.Picture(Item.UNLABELLED, Modality.VIS, picture, "p.png"),
            new Item.Caption(Item.UNLABELLED, caption, "p.png"));
    return new RetrievalTask(
        Protocol.ORBENCH,
        items,
        List.of(new RetrievalTask.Entry(0, 0, new int[] {0})),
        List.of(
            new RetrievalTask.Setting(
                "text",
                List.of(new RetrievalTask.Entry(0, 0, new int[] {1})),
                List.of(new int[] {0}))),
        List.of("one"),
        "");
  }
}
