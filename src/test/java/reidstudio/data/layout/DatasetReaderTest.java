package reidstudio.data.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reidstudio.config.DataConfig;
import reidstudio.config.LayoutChoice;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.data.DatasetException;
import reidstudio.data.ProgressListener;

/** A folder that is no data set gets one sentence: what, where, and what to do. */
class DatasetReaderTest {
  @TempDir Path root;
  private OrbenchFolder folder;

  @BeforeEach
  void start() {
    folder = new OrbenchFolder(root);
  }

  private void assertRefused(Path path, String... words) {
    assertThatThrownBy(() -> DatasetReader.ofAllLayouts().open(path))
        .isInstanceOf(DatasetException.class)
        .message()
        .contains(words)
        .endsWith(".")
        .doesNotContain("\n");
  }

  @Test
  void noSuchFolder() {
    assertRefused(root.resolve("nowhere"), "There is no folder", "nowhere");
  }

  @Test
  void aFile() throws IOException {
    folder.file("set.zip", new byte[3]);
    assertRefused(root.resolve("set.zip"), "is a file", "set.zip", "choose the folder");
  }

  @Test
  void aFolderWithoutAnnotations() throws IOException {
    folder.pictures("vis/1/a.jpg");
    assertRefused(root, "has none of train_annos.json, text_annos.json,", "choose the folder");
  }

  @Test
  void proposesTheSubFolderThatLooksRight() throws IOException {
    new OrbenchFolder(root.resolve("ORBench")).small().write();
    assertRefused(root, "open " + root.resolve("ORBench") + ", which is one");
  }

  @Test
  void proposesTheParentThatLooksRight() throws IOException {
    folder.small().write();
    assertRefused(root.resolve("vis"), "open " + root + ", which is one");
  }

  @Test
  void brokenJsonIsLocated() throws IOException {
    folder.trainJson("[\n  {\"file_path\": \"vis/1/a.jpg\" \"caption\": \"x\"}\n]");
    assertRefused(root, "train_annos.json is not valid JSON at line 2, column 31");
  }

  @Test
  void cutOffJsonIsLocated() throws IOException {
    folder.trainJson("[\n{\"file_path\": \"vis/1/a.jpg\"},\n{\"file_pa");
    assertRefused(root, "train_annos.json is not valid JSON at line 3");
  }

  @Test
  void emptyAnnotationFile() throws IOException {
    folder.trainJson("");
    assertRefused(root, "train_annos.json has no list of annotations at line 1");
  }

  @Test
  void jsonOfAnotherShape() throws IOException {
    folder.trainJson("{\"a\": 1}");
    assertRefused(root, "train_annos.json has no list of annotations at line 1, column 1");
  }

  @Test
  void textAfterTheList() throws IOException {
    folder.trainJson("[] []");
    assertRefused(root, "more text after its end at line 1");
  }

  @Test
  void brokenTestFile() throws IOException {
    folder.small().write().file("test_gallery_and_queries.json", "{\"NIR\": 3}".getBytes(UTF_8));
    assertRefused(root, "test_gallery_and_queries.json has no list under NIR at line 1, column 9");
  }

  @Test
  void emptyList() throws IOException {
    folder.trainJson("[]");
    assertRefused(root, "has no entry that names a picture");
  }

  @Test
  void annotationsWithoutPictures() throws IOException {
    folder.annotate(1, "vis/1/a.jpg", "x").annotate(2, "vis/2/a.jpg", "x").write();
    assertRefused(
        root,
        "None of the 2 entries",
        "2 x file is missing, first vis/1/a.jpg",
        "check that the folders vis, nir, cp and sk lie beside");
  }

  @Test
  void duplicatedAnnotation() throws IOException {
    folder.small().annotate(9, "vis\\0003\\a.jpg", "again").write();
    assertRefused(root, "Entries 2 and 4 of train_annos.json both describe vis/0003/a.jpg");
  }

  @Test
  void tellsHowFarItIs() throws IOException {
    folder.small().write();
    List<Integer> heard = new CopyOnWriteArrayList<>();
    DatasetReader.ofAllLayouts()
        .open(
            root,
            (done, total) -> {
              assertThat(total).isEqualTo(9);
              heard.add(done);
            });
    assertThat(heard).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void canBeCancelled() throws IOException {
    folder.small().write();
    ProgressListener impatient =
        new ProgressListener() {
          private volatile boolean begun;

          @Override
          public void progress(int done, int total) {
            begun = true;
          }

          @Override
          public boolean cancelled() {
            return begun;
          }
        };
    assertThatThrownBy(() -> DatasetReader.ofAllLayouts().open(root, impatient))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void theFolderMayBeReachedThroughALink() throws IOException {
    new OrbenchFolder(root.resolve("real")).small().write();
    Path link = root.resolve("link");
    try {
      Files.createSymbolicLink(link, root.resolve("real"));
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "no symbolic links here: " + e);
    }
    assertThat(DatasetReader.ofAllLayouts().open(link).report().skipped()).isZero();
    assertThat(DatasetReader.ofAllLayouts().open(link).folder()).isEqualTo(link);
  }

  @Test
  void aLayoutThatIsNamedIsReadWhateverElseIsThere() throws IOException {
    folder.small().write().pictures("bounding_box_train/0001_c1s1_1.jpg");
    assertThat(DatasetReader.ofAllLayouts().open(root).layout()).isEqualTo("ORBench");
    DatasetReader market = DatasetReader.of(config("market-1501"));
    assertThat(market.open(root).layout()).isEqualTo("Market-1501");
    assertThat(market.recognise(root))
        .contains(new DatasetReader.Recognition("Market-1501", "bounding_box_train"));
    assertThatThrownBy(() -> DatasetReader.of(config("llcm")).open(root))
        .hasMessageContaining("is not laid out like LLCM, for test_vis beside idx is not there");
  }

  private static DataConfig config(String layout) {
    return new RunConfigCodec()
        .read(null, Map.of("data.layout", layout), RunConfig.defaults())
        .data();
  }

  /** Every name that a configuration can give has a layout. */
  @ParameterizedTest
  @EnumSource(value = LayoutChoice.class, mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
  void everyNameHasALayout(LayoutChoice choice) throws IOException {
    String name = choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    folder.file("other.txt", new byte[1]);
    assertThatThrownBy(() -> DatasetReader.of(config(name)).open(root))
        .message()
        .containsIgnoringCase("is not laid out like " + name);
  }
}
