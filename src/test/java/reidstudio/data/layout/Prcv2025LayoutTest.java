package reidstudio.data.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.data.Dataset;
import reidstudio.data.Modality;
import reidstudio.data.ProgressListener;
import reidstudio.data.TestSplit;

class Prcv2025LayoutTest {
  private static final String VIS = "_sysu_0228_cam3_0013_vis.jpg";

  @TempDir Path root;
  private SetFolder folder;

  /** Six people; 0706 has two photos, both kinds of drawing, and one near-infrared picture. */
  @BeforeEach
  void start() throws IOException {
    folder = new SetFolder(root);
    StringBuilder json = new StringBuilder("[");
    for (String person : List.of("0011", "0020", "0033", "0041", "0055")) {
      folder.pictures("train/vis/" + person + "/" + person + VIS);
      json.append(entry(person, person + VIS, "somebody", 300 + Integer.parseInt(person)));
    }
    folder.pictures("train/vis/0706/0706_llcm_0015_c04_s181218_f14505_vis.jpg");
    folder.pictures("train/vis/0706/0706" + VIS, "train/nir/0706/0706_sysu_0228_cam3_0013_nir.jpg");
    folder.pictures("train/cp/0706/0706_sysu_0228_back_1_colorpencil.jpg");
    folder.pictures("train/sk/0706/0706_sysu_0228_front_4_sketch.jpg");
    folder.pictures("train/sk/0706/0706_sysu_0228_side_2_sketch.jpg");
    json.append(entry("0706", "0706_llcm_0015_c04_s181218_f14505_vis.jpg", "one", 577));
    json.append(entry("0706", "0706" + VIS, "two", 577));
    folder.text("train/text_annos.json", json.substring(0, json.length() - 1) + "]");
  }

  private static String entry(String person, String file, String caption, int id) {
    return "{\"id\":%d,\"file_path\":\"vis\\\\%s\\\\%s\",\"caption\":\"%s\",\"split\":\"train\"},"
        .formatted(id, person, file, caption);
  }

  @Test
  void aFifthOfThePeopleIsHeldOut() throws IOException {
    Dataset data = folder.open();
    assertThat(data.layout()).isEqualTo("PRCV2025");
    // the first and the sixth of six
    assertThat(data.labels().identities()).containsExactly("0020", "0033", "0041", "0055");
    assertThat(data.test().identities()).containsExactly("0011", "0706");
    assertThat(data.report().notes())
        .containsExactly(
            "2 of 6 people, every fifth from number 1 on, are held out of training to test on.");
    assertThat(data.report().skipped()).isZero();
  }

  @Test
  void eachPhotoOfAHeldOutPersonIsAQueryOfEachKind() throws IOException {
    Dataset data = folder.open();
    assertThat(data.test().settings())
        .extracting(TestSplit.Setting::name)
        .containsExactlyInAnyOrder("NIR", "CP", "SK", "TEXT", "NIR+CP+SK+TEXT");
    TestSplit.Setting quad =
        data.test().settings().stream().filter(s -> s.name().contains("+")).findFirst().get();
    assertThat(quad.modalities())
        .containsExactly(Modality.NIR, Modality.CP, Modality.SK, Modality.TEXT);
    int at = data.test().settings().indexOf(quad);
    assertThat(SetFolder.queries(data, at))
        .containsExactly(
            "0706 train/nir/0706/0706_sysu_0228_cam3_0013_nir.jpg"
                + " + train/cp/0706/0706_sysu_0228_back_1_colorpencil.jpg"
                + " + train/sk/0706/0706_sysu_0228_front_4_sketch.jpg + one",
            "0706 train/nir/0706/0706_sysu_0228_cam3_0013_nir.jpg"
                + " + train/cp/0706/0706_sysu_0228_back_1_colorpencil.jpg"
                + " + train/sk/0706/0706_sysu_0228_side_2_sketch.jpg + two");
    assertThat(SetFolder.gallery(data)).hasSize(3);
  }

  @Test
  void anotherFifthOrNobody() throws IOException {
    Dataset second = new Prcv2025Layout(2).read(root, ProgressListener.none());
    assertThat(second.test().identities()).containsExactly("0020");
    assertThat(second.trainCounts()).containsEntry(Modality.VIS, 6).containsEntry(Modality.SK, 2);
    Dataset all = new Prcv2025Layout(6).read(root, ProgressListener.none());
    assertThat(all.trainIdentities()).isEqualTo(6);
    assertThat(all.testIdentities()).isZero();
  }

  @Test
  void aNameThatGainsaysItsFolderIsNotBelieved() throws IOException {
    folder.pictures("train/nir/0020/0021_sysu_0228_cam3_0013_nir.jpg");
    folder.pictures("train/cp/0020/0020_sysu_0228_cam3_0013_nir.jpg", "train/vis/0020/new.jpg");
    assertThat(folder.open().report().detailLines())
        .containsExactlyInAnyOrder(
            "train/nir/0020/0021_sysu_0228_cam3_0013_nir.jpg: is not where its layout has pictures"
                + " (the name says nir of 0021)",
            "train/cp/0020/0020_sysu_0228_cam3_0013_nir.jpg: is not where its layout has pictures"
                + " (the name says nir of 0020)",
            "train/vis/0020/new.jpg: visible picture has no annotation");
  }

  @Test
  void namesAreTakenApart() {
    assertThat(ChallengeName.of("0706_sysu_0228_back_1_colorpencil.jpg"))
        .contains(new ChallengeName("0706", "sysu", Modality.CP, 0, "back"));
    assertThat(ChallengeName.of("0011_llcm_0015_c04_s181218_f14505_vis.JPG"))
        .contains(new ChallengeName("0011", "llcm", Modality.VIS, 4, ""));
    assertThat(ChallengeName.of("0706_sysu_0228_cam3_0013_nir.jpg"))
        .contains(new ChallengeName("0706", "sysu", Modality.NIR, 3, ""));
    assertThat(ChallengeName.of("1.jpg")).isEmpty();
  }
}
