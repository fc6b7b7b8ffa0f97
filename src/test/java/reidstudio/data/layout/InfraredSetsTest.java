package reidstudio.data.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.data.Dataset;
import reidstudio.data.DatasetException;
import reidstudio.data.Modality;

/** SYSU-MM01, RegDB and LLCM with their traps. */
class InfraredSetsTest {
  @TempDir Path root;
  private SetFolder folder;

  @BeforeEach
  void start() {
    folder = new SetFolder(root);
  }

  @Test
  void sysuMm01() throws IOException {
    Dataset data =
        folder
            .text("exp/train_id.txt", "1,3")
            .text("exp/val_id.txt", "12\n")
            .text("exp/test_id.txt", "6, 25,?")
            .text("exp/available_id.txt", "1,3,6,12,25")
            .pictures("cam1/0001/0001.jpg", "cam3/0001/0001.JPG", "cam2/0003/0001.jpg")
            .pictures("cam6/0012/0004.jpg", "cam4/0006/0001.jpg", "cam5/0006/0002.jpg")
            .pictures("cam3/0006/0001.jpg", "cam6/0025/0001.jpg", "cam1/0099/0001.jpg")
            .bytes("cam1/0001/Thumbs.db", new byte[3])
            .open();
    assertThat(data.layout()).isEqualTo("SYSU-MM01");
    assertThat(SetFolder.train(data))
        .containsExactly(
            "0001 VIS cam1/0001/0001.jpg",
            "0001 NIR cam3/0001/0001.JPG",
            "0003 VIS cam2/0003/0001.jpg",
            "0012 NIR cam6/0012/0004.jpg");
    assertThat(SetFolder.gallery(data))
        .containsExactly("0006 c4 cam4/0006/0001.jpg", "0006 c5 cam5/0006/0002.jpg");
    assertThat(SetFolder.queries(data, 0))
        .containsExactly("0006 c3 cam3/0006/0001.jpg", "0025 c6 cam6/0025/0001.jpg");
    assertThat(data.test().settings().get(0).target()).isEqualTo(Modality.VIS);
    assertThat(data.pairableIdentities()).isEqualTo(1);
    assertThat(data.report().summaryLines())
        .containsExactly(
            "1 x annotation cannot be understood, first exp/test_id.txt number 3",
            "1 pictures show people whom no list in exp names.");
  }

  @Test
  void regdbReadsOneOfItsTenSplits() throws IOException {
    for (int split : new int[] {1, 2}) {
      folder.text(
          "idx/train_visible_%d.txt".formatted(split), "Visible/%d/a.bmp 0".formatted(split));
      folder.text("idx/train_thermal_%d.txt".formatted(split), "Thermal/1/b.bmp 0");
      folder.text("idx/test_visible_%d.txt".formatted(split), "Visible/3/c.bmp 0", "nonsense");
      folder.text("idx/test_thermal_%d.txt".formatted(split), "Thermal\\3\\D.bmp 0");
    }
    folder.pictures("Visible/1/a.bmp", "Visible/2/a.bmp", "Thermal/1/b.bmp", "Visible/3/c.bmp");
    folder.pictures("Thermal/3/d.bmp");
    Dataset first = folder.open();
    assertThat(first.layout()).isEqualTo("RegDB");
    assertThat(SetFolder.train(first))
        .containsExactly("train-000 VIS Visible/1/a.bmp", "train-000 NIR Thermal/1/b.bmp");
    assertThat(SetFolder.gallery(first))
        .containsExactly("test-000 Visible/3/c.bmp", "test-000 Thermal/3/d.bmp");
    assertThat(first.test().settings())
        .extracting(setting -> setting.name() + " in " + setting.target())
        .containsExactly("VIS in NIR", "NIR in VIS");
    assertThat(SetFolder.queries(first, 0)).containsExactly("test-000 Visible/3/c.bmp");
    assertThat(SetFolder.queries(first, 1)).containsExactly("test-000 Thermal/3/d.bmp");
    assertThat(first.report().summaryLines())
        .containsExactly(
            "1 x annotation cannot be understood, first idx/test_visible_1.txt line 2",
            "1 pictures in Visible are in no list and are not used, first Visible/2/a.bmp.",
            "Training and test people are those of split 1 of 10.");
    Dataset second = new RegdbLayout(2).read(root, reidstudio.data.ProgressListener.none());
    assertThat(SetFolder.train(second)).first().isEqualTo("train-000 VIS Visible/2/a.bmp");
    assertThatThrownBy(() -> new RegdbLayout(7).read(root, (done, total) -> {}))
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll("_7.txt", "set data.split");
  }

  /** Labels of both splits count from 0, so only a shared picture shows shared people. */
  @Test
  void regdbPictureInBothSplits() throws IOException {
    folder.text("idx/train_visible_1.txt", "Visible/1/a.bmp 0");
    folder.text("idx/train_thermal_1.txt", "Thermal/1/b.bmp 0");
    folder.text("idx/test_visible_1.txt", "Visible/1/a.bmp 5", "Visible/3/c.bmp 6");
    folder.text("idx/test_thermal_1.txt", "Visible/3/c.bmp 6", "Thermal/3/d.bmp 6");
    folder.pictures("Visible/1/a.bmp", "Thermal/1/b.bmp", "Visible/3/c.bmp", "Thermal/3/d.bmp");
    Dataset data = folder.open();
    assertThat(data.test().identities()).containsExactly("test-006");
    assertThat(data.report().detailLines())
        .containsExactly(
            "Visible/3/c.bmp: annotation cannot be understood"
                + " (is listed as thermal in idx/test_thermal_1.txt)",
            "test identity test-005: test identity is also trained on");
  }

  @Test
  void aBmpThatBreaksOffIsToldFromAWholeOne() throws IOException {
    byte[] whole = {'B', 'M', 12, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    byte[] torn = {'B', 'M', 13, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    folder.text("idx/train_visible_1.txt", "Visible/1/a.bmp 0", "Visible/1/b.bmp 0");
    folder.text("idx/train_thermal_1.txt").text("idx/test_thermal_1.txt");
    folder.text("idx/test_visible_1.txt");
    Dataset data = folder.bytes("Visible/1/a.bmp", whole).bytes("Visible/1/b.bmp", torn).open();
    assertThat(SetFolder.train(data)).containsExactly("train-000 VIS Visible/1/a.bmp");
    assertThat(data.report().detailLines()).singleElement().asString().contains("b.bmp", "breaks");
  }

  @Test
  void llcm() throws IOException {
    Dataset data =
        folder
            .text("idx/train_vis.txt", "vis/0011/0011_c04_s1_f1_vis.jpg 0", "vis/0002/x.jpg 1")
            .text("idx/train_nir.txt", "nir/0011/0011_c04_s1_f2_nir.jpg 0", "nir/0002/none.jpg 1")
            .text("idx/test_id.txt", "5,7")
            .pictures("vis/0011/0011_c04_s1_f1_vis.jpg", "vis/0002/x.jpg")
            .pictures("nir/0011/0011_c04_s1_f2_nir.jpg")
            .pictures("test_vis/cam3/0005/a.jpg", "test_vis/cam1/0005/b.jpg")
            .pictures("test_nir/cam1/0005/c.jpg", "test_nir/cam9/0007/d.jpg")
            .pictures("test_vis/cam1/0008/e.jpg", "test_vis/loose.jpg")
            .open();
    assertThat(data.layout()).isEqualTo("LLCM");
    assertThat(SetFolder.train(data))
        .containsExactly(
            "0002 VIS vis/0002/x.jpg",
            "0011 VIS vis/0011/0011_c04_s1_f1_vis.jpg",
            "0011 NIR nir/0011/0011_c04_s1_f2_nir.jpg");
    assertThat(SetFolder.gallery(data))
        .containsExactly(
            "0005 c1 test_vis/cam1/0005/b.jpg",
            "0005 c3 test_vis/cam3/0005/a.jpg",
            "0005 c1 test_nir/cam1/0005/c.jpg",
            "0007 c9 test_nir/cam9/0007/d.jpg");
    assertThat(SetFolder.queries(data, 0)).hasSize(2);
    assertThat(SetFolder.queries(data, 1))
        .containsExactly("0005 c1 test_nir/cam1/0005/c.jpg", "0007 c9 test_nir/cam9/0007/d.jpg");
    assertThat(data.report().summaryLines())
        .containsExactly(
            "1 x file is missing, first nir/0002/none.jpg",
            "1 x is not where its layout has pictures, first test_vis/loose.jpg",
            "1 test pictures show people whom idx/test_id.txt lacks.");
  }
}
