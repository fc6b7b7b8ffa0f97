package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.config.RunConfig;
import reidstudio.data.Dataset;
import reidstudio.data.Item;
import reidstudio.data.LabelMap;
import reidstudio.data.Modality;
import reidstudio.data.TestSplit;
import reidstudio.data.layout.DatasetReader;
import reidstudio.event.Change;
import reidstudio.event.CheckKind;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.sampler.SamplerException;

/** Faults planted in the data. */
class DataChecksTest {
  @TempDir Path folder;
  private Dataset dataset;

  @BeforeEach
  void paint() throws IOException {
    dataset =
        DatasetReader.ofAllLayouts().open(SmallRun.data(folder.resolve("data")).toAbsolutePath());
  }

  @Test
  void picturesOfOneColourAreNotReal() throws IOException {
    Item.Picture sketch = pictures(Modality.SK).get(3);
    paint(sketch, x -> 0x202020);
    Finding finding = find("data.empty-counted-real", dataset);
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(observed(finding, "pictures of sk with one colour")).isEqualTo("1");
    assertThat(observed(finding, "pictures of nir with one colour")).isEqualTo("0");
  }

  @Test
  void onePlaceholderForManyPeopleIsNotReal() throws IOException {
    List<Item.Picture> nir = pictures(Modality.NIR);
    for (int i = 0; i < 4; i++) {
      Files.copy(nir.get(0).file(), nir.get(4 * i + 1).file(), StandardCopyOption.REPLACE_EXISTING);
    }
    Finding finding = find("data.empty-counted-real", dataset);
    assertThat(finding.isProblem()).isTrue();
    assertThat(observed(finding, "files that several people share byte by byte")).isEqualTo("1");
  }

  @Test
  void visiblePicturesInAnotherScaleAreNamedButDarkInfraredIsNot() throws IOException {
    Random random = new Random(1);
    for (Item.Picture picture : pictures(Modality.NIR)) {
      paint(picture, x -> random.nextInt(12) * 0x010101);
    }
    assertThat(find("data.input-scale", dataset).severity()).isEqualTo(Severity.OK);
    for (Item.Picture picture : pictures(Modality.VIS)) {
      paint(picture, x -> random.nextInt(12) * 0x010101);
    }
    Finding finding = find("data.input-scale", dataset);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.ruledOut()).isNotEmpty();
  }

  @Test
  void aRareModalityIsNamedWithTheSettingThatHelps() {
    List<Item> items = new ArrayList<>(dataset.trainItems());
    items.removeIf(item -> item.modality() == Modality.CP && item.label() > 0);
    Dataset rare = with(items, dataset.test());
    Finding finding = find("data.modality-imbalance", rare, "sampler.kind", "random");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.title()).startsWith("cp is 15 times rarer than");
    assertThat(finding.change()).contains(new Change("sampler.kind", "multi-modal-balanced"));
    assertThat(find("data.modality-imbalance", dataset).severity()).isEqualTo(Severity.OK);
  }

  @Test
  void peopleOrFilesOrCopiesInBothSplitsAreALeak() throws IOException {
    assertThat(find("data.leak", dataset).severity()).isEqualTo(Severity.OK);

    Item.Picture known = pictures(Modality.VIS).get(0);
    Finding sameFile = find("data.leak", withGallery(known, "stranger"));
    assertThat(sameFile.severity()).isEqualTo(Severity.ERROR);
    assertThat(observed(sameFile, "files in both splits")).isEqualTo("1");
    assertThat(observed(sameFile, "people in both splits")).isEqualTo("0");

    Finding samePerson = find("data.leak", withGallery(known, dataset.labels().identity(0)));
    assertThat(observed(samePerson, "people in both splits")).isEqualTo("1");

    Path copy = folder.resolve("copy.jpg");
    Files.copy(known.file(), copy);
    Finding copied =
        find(
            "data.leak",
            withGallery(
                new Item.Picture(Item.UNLABELLED, Modality.VIS, copy, "copy.jpg"), "stranger"));
    assertThat(copied.severity()).isEqualTo(Severity.ERROR);
    assertThat(observed(copied, "files of the test split that are copies")).isEqualTo("1");
    assertThat(observed(copied, "files in both splits")).isEqualTo("0");
  }

  @Test
  void withoutATestSplitNothingCanLeak() {
    assertThat(find("data.leak", with(dataset.trainItems(), TestSplit.none())).severity())
        .isEqualTo(Severity.OK);
  }

  @Test
  void oneCaptionForAllPicturesOfAPersonIsNamed() {
    assertThat(find("data.captions-alike", dataset).severity()).isEqualTo(Severity.OK);
    Finding same = find("data.captions-alike", captioned("a person in grey, number "));
    assertThat(same.severity()).isEqualTo(Severity.WARNING);
    assertThat(observed(same, "identities whose captions are all the same")).isEqualTo("10");
  }

  private Dataset captioned(String text) {
    List<Item> items =
        dataset.trainItems().stream()
            .map(
                item ->
                    item instanceof Item.Caption caption
                        ? new Item.Caption(caption.label(), text + caption.label(), caption.name())
                        : item)
            .toList();
    return with(items, dataset.test());
  }

  private Dataset withGallery(Item.Picture picture, String identity) {
    List<TestSplit.Entry> gallery = new ArrayList<>(dataset.test().gallery());
    gallery.add(new TestSplit.Entry(identity, List.of(picture)));
    return with(dataset.trainItems(), new TestSplit(gallery, dataset.test().settings()));
  }

  private Dataset with(List<Item> items, TestSplit test) {
    LabelMap labels = dataset.labels();
    return new Dataset(dataset.folder(), dataset.layout(), items, labels, test, dataset.report());
  }

  private List<Item.Picture> pictures(Modality modality) {
    return dataset.trainItems().stream()
        .filter(item -> item.modality() == modality)
        .map(Item.Picture.class::cast)
        .toList();
  }

  /** PNG bytes: what is in a file decides, not its name. */
  private static void paint(Item.Picture picture, IntUnaryOperator colour) throws IOException {
    BufferedImage image = new BufferedImage(48, 96, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 96; y++) {
      for (int x = 0; x < 48; x++) {
        image.setRGB(x, y, colour.applyAsInt(x));
      }
    }
    ImageIO.write(image, "png", picture.file().toFile());
  }

  private Finding find(String id, Dataset data, String... settings) {
    RunConfig config = SmallRun.config(folder.resolve("data"), settings);
    try (TrainingSession session = new TrainingSession(config, data)) {
      return Diagnoses.of(CheckKind.ALL, session, 0).get(id);
    } catch (IOException | SamplerException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String observed(Finding finding, String what) {
    return finding.evidence().stream()
        .filter(e -> e.what().equals(what))
        .findFirst()
        .orElseThrow()
        .observed();
  }
}
