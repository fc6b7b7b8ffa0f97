package reidstudio.data.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.data.Dataset;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.data.SkipReason;
import reidstudio.data.Skipped;
import reidstudio.data.TestSplit;

class OrbenchLayoutTest {
  @TempDir Path root;
  private OrbenchFolder folder;

  @BeforeEach
  void start() {
    folder = new OrbenchFolder(root);
  }

  @Test
  void readsItemsInTheOrderOfLabelModalityAndName() throws IOException {
    Dataset data = folder.small().write().open();

    assertThat(data.layout()).isEqualTo("ORBench");
    assertThat(data.labels().identities()).containsExactly("0003", "0010");
    assertThat(data.trainItems().stream().map(i -> i.label() + " " + i.modality() + " " + i.name()))
        .containsExactly(
            "0 VIS vis/0003/a.jpg",
            "0 VIS vis/0003/b.jpg",
            "0 NIR nir/0003/n.jpg",
            "0 CP cp/0003/c.jpg",
            "0 SK sk/0003/s.jpg",
            "0 TEXT vis/0003/a.jpg",
            "0 TEXT vis/0003/b.jpg",
            "1 VIS vis/0010/a.jpg",
            "1 NIR nir/0010/n.jpg",
            "1 TEXT vis/0010/a.jpg");
    assertThat(data.trainCaptions()).containsExactly("a woman in red", "a red coat", "a tall man");
    assertThat(data.report().skipped()).isZero();
    assertThat(data.report().summaryLines()).isEmpty();
  }

  @Test
  void countsWhatTheSummaryNeeds() throws IOException {
    Dataset data = folder.small().pictures("nir/0003/m.png").write().open();

    assertThat(data.trainCounts())
        .isEqualTo(
            Map.of(
                Modality.VIS, 3, Modality.NIR, 3, Modality.CP, 1, Modality.SK, 1, Modality.TEXT, 3))
        .containsOnlyKeys(Modality.values());
    assertThat(data.trainIdentities()).isEqualTo(2);
    assertThat(data.testIdentities()).isEqualTo(1);
    assertThat(data.pairableIdentities()).isEqualTo(2);
  }

  @Test
  void aPersonWithPhotosAloneIsNotPairable() throws IOException {
    Dataset data = folder.pictures("vis/1/a.jpg").annotate(1, "vis/1/a.jpg", " ").write().open();
    assertThat(data.pairableIdentities()).isZero();
    assertThat(data.trainIdentities()).isEqualTo(1);
  }

  @Test
  void identityIsTheFolderAndNotTheAnnotationsId() throws IOException {
    Dataset data =
        folder
            .pictures("vis/0042/a.jpg", "vis/0042/b.jpg", "vis/0009/c.jpg")
            .annotate(1, "vis/0042/a.jpg", "one")
            .annotate(2, "vis/0042/b.jpg", "two")
            .annotate(1, "vis/0009/c.jpg", "three")
            .write()
            .open();
    assertThat(data.labels().identities()).containsExactly("0009", "0042");
    assertThat(data.report().notes())
        .contains(
            "1 ids of train_annos.json stand in more than one person's folder, first 1 in 0009 and 0042; the folder is believed.",
            "1 folders have more than one id in train_annos.json, first 0042 with 1 and 2; the folder is believed.");
  }

  @Test
  void idsThatAgreeWithTheFoldersAreNotMentioned() throws IOException {
    Dataset data = folder.small().write().open();
    assertThat(data.report().notes()).isEmpty();
  }

  @Test
  void testPeopleGetNoLabel() throws IOException {
    Dataset data = folder.small().write().open();

    TestSplit test = data.test();
    assertThat(data.labels().label("0007")).isEmpty();
    assertThat(test.gallery()).hasSize(1);
    assertThat(test.gallery().get(0).items().get(0).label()).isEqualTo(Item.UNLABELLED);
    assertThat(test.settings())
        .extracting(TestSplit.Setting::name)
        .containsExactly("NIR", "TEXT+NIR");
    TestSplit.Setting mixed = test.settings().get(1);
    assertThat(mixed.modalities()).containsExactly(Modality.TEXT, Modality.NIR);
    List<Item> shown = mixed.queries().get(0).items();
    assertThat(((Item.Caption) shown.get(0)).text()).isEqualTo("a man with photo.jpg on his shirt");
    assertThat(shown.get(1).name()).isEqualTo("nir/0007/q.jpg");
    assertThat(shown.get(1)).isSameAs(test.settings().get(0).queries().get(0).items().get(0));
  }

  @Test
  void identityNumbersOfTestAreOneHoweverWritten() throws IOException {
    folder.small().pictures("vis/0008/g.jpg");
    Dataset data =
        folder
            .test("RGB_GALLERY", "0007", "vis/0007/g.jpg")
            .test("TEXT", "7", "him")
            .write()
            .open();
    assertThat(data.test().identities()).containsExactly("7");
  }

  @Test
  void aFolderWithoutTestFileIsFine() throws IOException {
    Dataset data = folder.pictures("vis/1/a.jpg").annotate(1, "vis/1/a.jpg", "x").write().open();
    assertThat(data.test().gallery()).isEmpty();
    assertThat(data.testIdentities()).isZero();
    assertThat(data.report().summaryLines()).singleElement().asString().contains("nobody to test");
  }

  @Test
  void onlyTheTrainSplitIsTrainedOn() throws IOException {
    Dataset data =
        folder
            .pictures("vis/1/a.jpg", "vis/2/a.jpg")
            .entry(Map.of("file_path", "vis/1/a.jpg", "caption", "x", "split", "Train"))
            .entry(Map.of("file_path", "vis/2/a.jpg", "caption", "y", "split", "val"))
            .write()
            .open();
    assertThat(data.labels().identities()).containsExactly("1");
    assertThat(data.report().skipped()).isZero();
  }

  @Test
  void readsBackslashesAndOtherEndingsAndCases() throws IOException {
    Dataset data =
        folder
            .pictures("vis/1/A.JPG", "vis/1/b.jpeg", "vis/1/c.PNG", "nir/1/d.JPEG")
            .annotate(1, "vis\\1\\A.JPG", "x")
            .annotate(1, ".\\vis\\1\\B.jpeg", "y")
            .annotate(1, "./vis//1/c.PNG", List.of("z", "zz"))
            .write()
            .open();
    assertThat(data.trainCounts()).containsEntry(Modality.VIS, 3).containsEntry(Modality.NIR, 1);
    assertThat(data.trainCaptions()).containsExactly("x", "y", "z", "zz");
    assertThat(data.report().skipped()).isZero();
  }

  /** The disk's Person_A is one person with all pictures, however the annotations write her. */
  @Test
  void aPersonIsCalledAsTheFolderIsSpelt() throws IOException {
    Dataset data =
        folder
            .pictures("vis/Person_A/x.jpg", "vis/Person_A/Y.jpg", "nir/Person_A/n.jpg")
            .pictures("sk/Person_A/s.jpg", "cp/Person_A/c.jpg")
            .annotate(1, "vis/person_a/x.jpg", "red")
            .annotate(1, "vis/PERSON_A/y.jpg", "blue")
            .write()
            .open();
    assertThat(data.labels().identities()).containsExactly("Person_A");
    assertThat(data.trainItems().stream().map(Item::name))
        .containsExactly(
            "vis/Person_A/x.jpg",
            "vis/Person_A/Y.jpg",
            "nir/Person_A/n.jpg",
            "cp/Person_A/c.jpg",
            "sk/Person_A/s.jpg",
            "vis/Person_A/x.jpg",
            "vis/Person_A/Y.jpg");
    assertThat(data.report().skipped()).isZero();
    assertThat(data.report().notes()).noneMatch(note -> note.contains("more than one"));
  }

  @Test
  void aPersonWhosePhotoIsGoneIsCalledSoToo() throws IOException {
    Dataset data =
        folder
            .pictures("vis/Person_A/x.jpg", "nir/Person_A/n.jpg")
            .annotate(1, "vis/person_a/gone.jpg", "red")
            .annotate(1, "vis/person_a/x.jpg", "blue")
            .write()
            .open();
    assertThat(data.labels().identities()).containsExactly("Person_A");
    assertThat(data.trainCounts()).containsEntry(Modality.VIS, 1).containsEntry(Modality.NIR, 1);
    assertThat(data.report().details())
        .extracting(Skipped::name)
        .containsExactly("vis/person_a/gone.jpg");
  }

  /** Where the disk tells them apart, so do we. */
  @Test
  void foldersThatDifferInCaseOnlyAreTwoPeople() throws IOException {
    Path probe = root.resolve("CASE");
    Files.createFile(probe);
    Assumptions.assumeFalse(Files.exists(root.resolve("case")));
    Dataset data =
        folder
            .pictures("vis/Anna/x.jpg", "nir/Anna/n.jpg", "vis/anna/x.jpg", "nir/anna/n.jpg")
            .annotate(1, "vis/Anna/x.jpg", "red")
            .annotate(2, "vis/anna/x.jpg", "blue")
            .write()
            .open();
    assertThat(data.labels().identities()).containsExactly("Anna", "anna");
    assertThat(data.trainCounts()).containsEntry(Modality.NIR, 2);
  }

  @Test
  void onePictureInTwoSpellingsIsDescribedTwice() throws IOException {
    folder
        .pictures("vis/Person_A/x.jpg")
        .annotate(1, "vis/Person_A/x.jpg", "red")
        .annotate(1, "vis/person_a/X.jpg", "blue")
        .write();
    assertThatThrownBy(folder::open)
        .hasMessageContaining("Entries 1 and 2")
        .hasMessageContaining("both describe vis/Person_A/x.jpg");
  }

  @Test
  void aPersonOfBothSplitsIsFoundInAnySpelling() throws IOException {
    Dataset data =
        folder
            .small()
            .pictures("vis/Person_A/x.jpg", "vis/Person_A/g.jpg", "nir/Person_A/q.jpg")
            .annotate(3, "vis/person_a/x.jpg", "red")
            .test("RGB_GALLERY", 8, "vis/PERSON_A/g.jpg")
            .test("NIR", 8, "nir/person_a/q.jpg")
            .write()
            .open();
    assertThat(data.test().identities()).containsExactly("7");
    assertThat(data.report().details())
        .filteredOn(skipped -> skipped.reason() == SkipReason.SPLIT_OVERLAP)
        .extracting(Skipped::name)
        .containsExactly("test identity 8");
  }

  @Test
  void aTestPictureInTwoSpellingsIsOneItem() throws IOException {
    Dataset data =
        folder
            .small()
            .test("CP+NIR", 7, "cp/0007/c.jpg", "NIR/0007/Q.jpg")
            .pictures("cp/0007/c.jpg")
            .write()
            .open();
    Item plain = data.test().settings().get(0).queries().get(0).items().get(0);
    Item other = data.test().settings().get(2).queries().get(0).items().get(1);
    assertThat(other).isSameAs(plain);
  }

  @Test
  void junkFilesAreNoProblem() throws IOException {
    folder.small().file("vis/0003/Thumbs.db", new byte[9]).file("vis/.DS_Store", new byte[9]);
    folder.file("vis/Thumbs.db", new byte[9]);
    folder.file("nir/0003/._n.jpg", new byte[9]).file("readme.txt", new byte[9]);
    Dataset data = folder.file("cp/0003/deep/er/notes.txt", new byte[9]).write().open();
    assertThat(data.report().skipped()).isZero();
    assertThat(data.trainItems()).hasSize(10);
  }
}
