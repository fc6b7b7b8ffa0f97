package reidstudio.data.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reidstudio.data.Dataset;
import reidstudio.data.DatasetException;
import reidstudio.data.SkipReason;

/** Whatever stands in an annotation file ends in a count and a name, or in one sentence. */
@Timeout(30)
class BadAnnotationsTest {
  private static final String GOOD =
      "{\"id\":1,\"split\":\"train\",\"KEY\":\"a.jpg\",\"captions\":[\"a man\"]}";
  private static final List<String> FILES =
      List.of("reid_raw.json", "ICFG-PEDES.json", "data_captions.json", "text_annos.json");

  @TempDir Path root;

  private SetFolder folder(String file) throws IOException {
    return new SetFolder(root)
        .pictures(file.startsWith("text") ? "train/vis/0001/a.jpg" : "imgs/a.jpg");
  }

  private static String good(String file) {
    String entry = GOOD.replace("KEY", file.startsWith("data") ? "img_path" : "file_path");
    return file.startsWith("text") ? entry.replace("a.jpg", "vis/0001/a.jpg") : entry;
  }

  static Stream<Arguments> entries() {
    List<String> bad =
        List.of(
            "1",
            "null",
            "[]",
            "\"a.jpg\"",
            "{}",
            good("reid_raw.json").replace("\"a.jpg\"", "7"),
            good("reid_raw.json").replace("\"a.jpg\"", "{\"a\":[1]}"),
            good("reid_raw.json").replace(":1,", ":[1],"),
            good("reid_raw.json").replace(":1,", ":-1,"),
            good("reid_raw.json").replace(":1,", ":1e300,"),
            good("reid_raw.json").replace(":1,", ":99999999999999999999,"),
            good("reid_raw.json").replace(":1,", ":\"../1\","),
            good("reid_raw.json").replace("\"train\"", "{}"),
            good("reid_raw.json").replace("a.jpg", "a\\u0000.jpg"),
            "[".repeat(900) + "]".repeat(900));
    return FILES.stream().flatMap(file -> bad.stream().map(entry -> Arguments.of(file, entry)));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void aBadEntryIsCountedAndNamedAndTheGoodOneRead(String file, String bad) throws IOException {
    Dataset data = folder(file).text(file, "[" + bad + "," + good(file) + "]").open();
    assertThat(data.trainItems()).hasSize(2);
    assertThat(data.report().skipped()).isEqualTo(1);
    assertThat(data.report().details())
        .singleElement()
        .satisfies(
            skipped -> {
              assertThat(skipped.name()).isNotBlank();
              assertThat(skipped.reason())
                  .isIn(SkipReason.MALFORMED_ENTRY, SkipReason.MISSING_FILE);
            });
  }

  static Stream<Arguments> files() {
    byte[] endless = new byte[4 << 20];
    Arrays.fill(endless, (byte) 'x');
    byte[] endlessText = endless.clone();
    endlessText[0] = '"';
    List<byte[]> bad =
        List.of(
            new byte[0],
            new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1},
            "[{\"id\":1,".getBytes(UTF_8),
            "{}".getBytes(UTF_8),
            "7".getBytes(UTF_8),
            "[".repeat(200_000).getBytes(UTF_8),
            "[{\"captions\":".repeat(50_000).getBytes(UTF_8),
            endless,
            endlessText,
            new byte[] {'[', '"', (byte) 0xC3, (byte) 0x28, '"', ']'});
    return FILES.stream().flatMap(file -> bad.stream().map(bytes -> Arguments.of(file, bytes)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileThatIsNoneIsOneSentence(String file, byte[] bytes) throws IOException {
    SetFolder folder = folder(file).bytes(file, bytes);
    assertThat(refusal(folder)).contains(file).endsWith(".").doesNotContain("\n");
  }

  /** Longer than the parser takes a text to be. */
  @Test
  void aCaptionOfManyMegabytes() throws IOException {
    String entry = good("reid_raw.json").replace("a man", "x".repeat(21 << 20));
    SetFolder folder = folder("reid_raw.json").text("reid_raw.json", "[" + entry + "]");
    assertThat(refusal(folder)).contains("reid_raw.json").endsWith(".").hasSizeLessThan(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reid_raw.json", "data_captions.json", "text_annos.json"})
  void noDamageGoesBeyondASentence(String file) throws IOException {
    byte[] whole =
        ("[" + good(file) + "," + good(file).replace("a.jpg", "b.jpg") + "]").getBytes(UTF_8);
    Random random = new Random(5);
    for (int round = 0; round < 150; round++) {
      byte[] damaged = whole.clone();
      for (int hits = random.nextInt(4); hits >= 0; hits--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      SetFolder folder = folder(file).bytes(file, damaged);
      try {
        folder.open();
      } catch (DatasetException e) {
        assertThat(e).message().endsWith(".").contains(file);
      }
    }
  }

  /** Lists of other layouts: lines and numbers of any bytes, and of any length. */
  @ParameterizedTest
  @ValueSource(strings = {"idx/train_visible_1.txt", "exp/train_id.txt", "idx/train_vis.txt"})
  void listsOfAnyBytes(String list) throws IOException {
    SetFolder folder = new SetFolder(root);
    for (String other : List.of("train_thermal_1", "test_visible_1", "test_thermal_1")) {
      if (list.contains("visible")) {
        folder.text("idx/" + other + ".txt");
      }
    }
    if (list.endsWith("train_vis.txt")) {
      folder.pictures("test_vis/cam1/0001/a.jpg");
    }
    byte[] bytes = new byte[5 << 20];
    new Random(3).nextBytes(bytes);
    assertThat(refusal(folder.bytes(list, bytes))).contains("no training picture").endsWith(".");
    Arrays.fill(bytes, (byte) '1');
    assertThat(refusal(folder.bytes(list, bytes))).contains(list);
  }

  private static String refusal(SetFolder folder) throws IOException {
    try {
      return "read: " + folder.open();
    } catch (DatasetException e) {
      return e.getMessage();
    }
  }
}
