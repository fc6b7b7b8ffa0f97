package reidstudio.data.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads a data set as a stranger would: through its files alone. */
final class DemoAnnotationsTest {
  private static final DemoSpec SPEC = new DemoSpec(6, 4, 5, 3, 2, 4, 40, 80, 11);
  private static final Pattern NAME =
      Pattern.compile(
          "(vis|nir|cp|sk)/(\\d{4})/(\\d{4})_demo_(\\d{4})_"
              + "(?:cam(\\d)_(\\d{4})|(front|back|side)_(\\d+))_(vis|nir|colorpencil|sketch)\\.jpg");

  @TempDir static Path home;

  private static Path dir;
  private static JsonNode train;
  private static JsonNode test;

  @BeforeAll
  static void writeOnce() throws IOException {
    dir = home.resolve("demo");
    DemoDataset.write(dir, SPEC, share -> {}, () -> false);
    ObjectMapper json = new ObjectMapper();
    train = json.readTree(Files.readAllBytes(dir.resolve("train_annos.json")));
    test = json.readTree(Files.readAllBytes(dir.resolve("test_gallery_and_queries.json")));
  }

  @Test
  void trainingHasOneEntryAndOneCaptionPerPhoto() {
    assertThat(train).hasSize(SPEC.trainIdentities() * SPEC.visPerIdentity());
    Set<String> paths = new HashSet<>();
    for (JsonNode entry : train) {
      assertThat(fields(entry)).containsExactly("id", "file_path", "caption", "split");
      assertThat(entry.get("split").asText()).isEqualTo("train");
      assertThat(entry.get("caption").asText()).isNotBlank().doesNotContain(".jpg");
      assertThat(paths.add(existing(entry.get("file_path").asText()))).isTrue();
    }
  }

  @Test
  void labelsAreDenseAndNeverTheFolderNumber() {
    Map<Integer, Integer> folderOfLabel = new LinkedHashMap<>();
    for (JsonNode entry : train) {
      int label = entry.get("id").asInt();
      int folder = folder(entry.get("file_path").asText());
      assertThat(folder).isNotEqualTo(label);
      Integer known = folderOfLabel.putIfAbsent(label, folder);
      assertThat(known == null || known == folder).isTrue();
    }
    assertThat(folderOfLabel.keySet()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(folderOfLabel.values()).doesNotHaveDuplicates();
  }

  @Test
  void trainingAndTestPeopleAreDisjointAndFolderNumbersHaveGaps() {
    Set<Integer> training = new TreeSet<>();
    train.forEach(entry -> training.add(folder(entry.get("file_path").asText())));
    TreeSet<Integer> all = new TreeSet<>(training);
    test.get("RGB_GALLERY").forEach(entry -> all.add(entry.get(0).asInt()));
    assertThat(all).hasSize(SPEC.trainIdentities() + SPEC.testIdentities());
    assertThat(all.last() - all.first() + 1).isGreaterThan(all.size());
  }

  @Test
  void theGalleryHoldsEveryTestPhotoUnderItsFolderNumber() {
    JsonNode gallery = test.get("RGB_GALLERY");
    assertThat(gallery).hasSize(SPEC.testIdentities() * SPEC.visPerIdentity());
    for (JsonNode entry : gallery) {
      assertThat(entry).hasSize(2);
      assertThat(folder(existing(entry.get(1).asText()))).isEqualTo(entry.get(0).asInt());
      assertThat(entry.get(1).asText()).startsWith("vis/");
    }
  }

  @Test
  void allThirtyTwoSettingsHaveOneQueryPerAnchorItem() {
    Map<String, Integer> items = Map.of("NIR", 3, "CP", 4, "SK", 2, "TEXT", 5);
    List<String> settings = new ArrayList<>(fields(test));
    settings.remove("RGB_GALLERY");
    assertThat(settings).hasSize(32).doesNotHaveDuplicates();
    assertThat(settings.stream().filter(s -> s.split("\\+", -1).length == 2)).hasSize(12);
    assertThat(settings.stream().filter(s -> s.split("\\+", -1).length == 3)).hasSize(12);
    for (String setting : settings) {
      String anchor = setting.split("\\+", -1)[0];
      assertThat(test.get(setting)).as(setting).hasSize(SPEC.testIdentities() * items.get(anchor));
      Set<String> anchors = new HashSet<>();
      test.get(setting).forEach(query -> anchors.add(query.get(1).asText()));
      assertThat(anchors).as(setting).hasSize(test.get(setting).size());
    }
  }

  @Test
  void queryItemsComeInNameOrderFromTheSamePerson() {
    Map<String, String> folders = Map.of("NIR", "nir/", "CP", "cp/", "SK", "sk/");
    Map<Integer, Set<String>> captions = new LinkedHashMap<>();
    test.get("TEXT")
        .forEach(
            query ->
                captions
                    .computeIfAbsent(query.get(0).asInt(), id -> new HashSet<>())
                    .add(query.get(1).asText()));
    for (String setting : fields(test).subList(1, 33)) {
      String[] modalities = setting.split("\\+", -1);
      for (JsonNode query : test.get(setting)) {
        int id = query.get(0).asInt();
        assertThat(query).hasSize(modalities.length + 1);
        for (int i = 0; i < modalities.length; i++) {
          String item = query.get(i + 1).asText();
          if (modalities[i].equals("TEXT")) {
            assertThat(captions.get(id)).contains(item);
          } else {
            assertThat(item).startsWith(folders.get(modalities[i]));
            assertThat(folder(existing(item))).isEqualTo(id);
          }
        }
      }
    }
  }

  @Test
  void everyFileIsNamedAfterItsPersonAndReadable() throws IOException {
    try (Stream<Path> files = Files.walk(dir)) {
      List<Path> pictures = files.filter(file -> file.toString().endsWith(".jpg")).toList();
      assertThat(pictures).hasSize(10 * (5 + 3 + 2 + 4));
      for (Path picture : pictures) {
        String path = dir.relativize(picture).toString().replace('\\', '/');
        var name = NAME.matcher(path);
        assertThat(name.matches()).as(path).isTrue();
        assertThat(name.group(3)).isEqualTo(name.group(2));
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(40);
      }
    }
  }

  private static String existing(String path) {
    assertThat(dir.resolve(path)).isRegularFile();
    return path;
  }

  private static int folder(String path) {
    return Integer.parseInt(path.split("/", -1)[1]);
  }

  private static List<String> fields(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
