package reidstudio.data.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.data.DataReport;
import reidstudio.data.Dataset;
import reidstudio.data.Modality;
import reidstudio.data.SkipReason;

/** What cannot be used is counted, named and left out, and the rest is read. */
class PoisonedFolderTest {
  @TempDir Path root;
  @TempDir Path elsewhere;
  private OrbenchFolder folder;

  @BeforeEach
  void start() throws IOException {
    folder = new OrbenchFolder(root).small();
  }

  private void assertSkips(Dataset data, SkipReason reason, String... names) {
    DataReport report = data.report();
    assertThat(report.counts()).isEqualTo(Map.of(reason, names.length));
    assertThat(report.details()).extracting(skipped -> skipped.name()).containsExactly(names);
    assertThat(report.summaryLines().get(0))
        .isEqualTo(names.length + " x " + reason.words() + ", first " + names[0]);
    assertThat(data.trainItems())
        .extracting(item -> item.name())
        .contains("vis/0010/a.jpg", "nir/0010/n.jpg")
        .doesNotContain(names);
  }

  @Test
  void missingFileGoesWithItsCaption() throws IOException {
    Files.delete(root.resolve("vis/0003/a.jpg"));
    Dataset data = folder.write().open();
    assertSkips(data, SkipReason.MISSING_FILE, "vis/0003/a.jpg");
    assertThat(data.trainCaptions()).doesNotContain("a woman in red");
  }

  @Test
  void emptyFiles() throws IOException {
    folder.file("vis/0003/b.jpg", new byte[0]).file("nir/0003/n.jpg", new byte[0]);
    assertSkips(folder.write().open(), SkipReason.EMPTY_FILE, "vis/0003/b.jpg", "nir/0003/n.jpg");
  }

  @Test
  void truncatedAndForeignPictures() throws IOException {
    byte[] whole = OrbenchFolder.PICTURE;
    folder.file("vis/0003/a.jpg", Arrays.copyOf(whole, whole.length - 1));
    folder.file("nir/0003/n.jpg", "<html>not found</html>".getBytes(UTF_8));
    folder.file("cp/0003/c.jpg", Arrays.copyOf(whole, 1));
    folder.file("sk/0003/s.jpg", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n', 0});
    assertSkips(
        folder.write().open(),
        SkipReason.BROKEN_PICTURE,
        "vis/0003/a.jpg",
        "nir/0003/n.jpg",
        "cp/0003/c.jpg",
        "sk/0003/s.jpg");
  }

  @Test
  void aFormatThatIsNotReadIsReportedAndNotPassedOver() throws IOException {
    folder.file("nir/0003/x.webp", "RIFF....WEBP".getBytes(UTF_8));
    assertSkips(folder.write().open(), SkipReason.BROKEN_PICTURE, "nir/0003/x.webp");
  }

  @Test
  void paddingAfterTheEndMarkIsAllowed() throws IOException {
    folder.file("vis/0003/a.jpg", Arrays.copyOf(OrbenchFolder.PICTURE, 500));
    assertThat(folder.write().open().report().skipped()).isZero();
  }

  @Test
  void emptyCaptionsLeaveThePicture() throws IOException {
    folder.pictures("vis/0010/b.jpg", "vis/0010/c.jpg", "vis/0010/d.jpg", "vis/0010/e.jpg");
    folder.annotate(2, "vis/0010/b.jpg", " \t").annotate(2, "vis/0010/c.jpg", List.of("fine", "!"));
    folder.annotate(2, "vis/0010/d.jpg", null).entry(Map.of("file_path", "vis/0010/e.jpg"));
    Dataset data = folder.write().open();
    assertThat(data.report().counts()).isEqualTo(Map.of(SkipReason.EMPTY_CAPTION, 4));
    assertThat(data.report().detailLines())
        .containsExactly(
            "vis/0010/b.jpg: caption is empty",
            "vis/0010/c.jpg caption 2: caption is empty",
            "vis/0010/d.jpg: caption is empty (has none)",
            "vis/0010/e.jpg: caption is empty (has none)");
    assertThat(data.trainCounts()).containsEntry(Modality.VIS, 7).containsEntry(Modality.TEXT, 4);
  }

  @Test
  void unknownModalityFolder() throws IOException {
    folder.pictures("thermo/0003/a.jpg").annotate(1, "depth/0003/a.jpg", "x");
    assertSkips(
        folder.write().open(),
        SkipReason.UNKNOWN_MODALITY,
        "thermo/0003/a.jpg",
        "depth/0003/a.jpg");
  }

  @Test
  void pathsThatLeaveTheFolderAreRefused() throws IOException {
    new OrbenchFolder(elsewhere).pictures("vis/0003/z.jpg");
    String absolute = elsewhere.resolve("vis").resolve("0003").resolve("z.jpg").toString();
    folder.annotate(1, "../vis/0003/z.jpg", "x").annotate(1, absolute, "x");
    folder.annotate(1, "vis/../../z.jpg", "x").annotate(1, "C:\\vis\\0003\\z.jpg", "x");
    folder.annotate(1, "\\\\host\\vis\\z.jpg", "x");
    assertSkips(
        folder.write().open(),
        SkipReason.OUTSIDE_FOLDER,
        "../vis/0003/z.jpg",
        absolute,
        "vis/../../z.jpg",
        "C:\\vis\\0003\\z.jpg",
        "\\\\host\\vis\\z.jpg");
  }

  @Test
  void linksThatLeaveTheFolderAreRefused() throws IOException {
    new OrbenchFolder(elsewhere).pictures("z.jpg", "0003/z.jpg");
    link("vis/0003/l.jpg", elsewhere.resolve("z.jpg"));
    link("sk/0010", elsewhere.resolve("0003"));
    link("nir/0003/inside.jpg", root.resolve("nir/0003/n.jpg"));
    link("vis/0011", elsewhere.resolve("0003"));
    folder.annotate(1, "vis/0003/l.jpg", "x").annotate(5, "vis/0011/z.jpg", "x");
    Dataset data = folder.write().open();
    assertSkips(
        data, SkipReason.OUTSIDE_FOLDER, "sk/0010", "vis/0011", "vis/0011/z.jpg", "vis/0003/l.jpg");
    assertThat(data.trainItems())
        .extracting(item -> item.name())
        .contains("nir/0003/inside.jpg")
        .doesNotContain("sk/0010/z.jpg");
  }

  @Test
  void picturesBesideThePattern() throws IOException {
    folder.pictures("vis/loose.jpg", "nir/0003/copy/n.jpg");
    folder.annotate(1, "vis/loose.jpg", "x").annotate(1, "a.jpg", "x");
    assertSkips(
        folder.write().open(),
        SkipReason.MISPLACED,
        "nir/0003/copy/n.jpg",
        "vis/loose.jpg",
        "a.jpg");
  }

  @Test
  void entriesOfAnotherShape() throws IOException {
    folder.entry("vis/0003/a.jpg").entry(Map.of("file_path", 3)).annotate(1, "nir/0003/n.jpg", "x");
    assertThat(folder.write().open().report().detailLines())
        .containsExactly(
            "train_annos.json entry 4: annotation cannot be understood (has no file_path)",
            "train_annos.json entry 5: annotation cannot be understood (has no file_path)",
            "train_annos.json entry 6: annotation cannot be understood (describes nir/0003/n.jpg,"
                + " only visible pictures have captions)");
  }

  @Test
  void visiblePicturesWithoutAnnotationAreNamed() throws IOException {
    folder.pictures("vis/0003/unknown.jpg", "vis/0099/stranger.jpg");
    assertSkips(folder.write().open(), SkipReason.UNANNOTATED, "vis/0003/unknown.jpg");
  }

  @Test
  void labelsStayDenseWhenAPersonHasNothingLeft() throws IOException {
    folder.pictures("vis/0005/a.jpg").annotate(3, "vis/0005/a.jpg", "x").write();
    folder.file("vis/0005/a.jpg", new byte[0]);
    Dataset data = folder.open();
    assertThat(data.labels().identities()).containsExactly("0003", "0010");
    assertThat(data.trainItems()).extracting(i -> i.label()).containsOnly(0, 1);
    assertThat(data.report().notes()).singleElement().asString().contains("first 0005");
  }

  @Test
  void aPersonWithoutVisiblePictureKeepsTheOthers() throws IOException {
    Files.delete(root.resolve("vis/0010/a.jpg"));
    Dataset data = folder.write().open();
    assertThat(data.labels().identities()).containsExactly("0003", "0010");
    assertThat(data.pairableIdentities()).isEqualTo(1);
  }

  @Test
  void testEntriesThatCannotBeUsed() throws IOException {
    folder.test("RGB_GALLERY", 7, "vis/0007/none.jpg").test("NIR", 7, "cp/0007/q.jpg");
    folder.test("NIR", 7, "nir/0007/q.jpg", "nir/0007/q.jpg").test("TEXT", 7, "  ");
    folder.test("RGB+IR", 7, "vis/0007/g.jpg", "nir/0007/q.jpg").test("NIR", 7);
    Dataset data = folder.write().open();
    assertThat(data.report().counts())
        .isEqualTo(
            Map.of(
                SkipReason.MISSING_FILE, 1,
                SkipReason.MALFORMED_ENTRY, 3,
                SkipReason.EMPTY_CAPTION, 1,
                SkipReason.UNKNOWN_MODALITY, 1));
    assertThat(data.test().gallery()).hasSize(1);
    assertThat(data.test().settings().get(0).queries()).hasSize(1);
  }

  @Test
  void aBrokenTestPictureIsCountedOnceHoweverManySettingsShowIt() throws IOException {
    folder.file("nir/0007/q.jpg", new byte[0]);
    Dataset data = folder.write().open();
    assertThat(data.report().counts()).isEqualTo(Map.of(SkipReason.EMPTY_FILE, 1));
    assertThat(data.test().settings()).allMatch(setting -> setting.queries().isEmpty());
  }

  @Test
  void testPeopleWhoAreTrainedOnAreLeftOut() throws IOException {
    folder.test("RGB_GALLERY", 55, "vis/0003/a.jpg").test("TEXT", 55, "a woman in red");
    Dataset data = folder.write().open();
    assertThat(data.report().detailLines())
        .containsExactly("test identity 55: test identity is also trained on (folder 0003)");
    assertThat(data.test().identities()).containsExactly("7");
  }

  private void link(String name, Path target) throws IOException {
    try {
      Files.createSymbolicLink(root.resolve(name), target);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "no symbolic links here: " + e);
    }
  }
}
