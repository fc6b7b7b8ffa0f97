package reidstudio.data.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.data.Dataset;

class Market1501LayoutTest {
  @TempDir Path root;

  @Test
  void identityAndCameraAreInTheName() throws IOException {
    Dataset data =
        new SetFolder(root)
            .pictures("bounding_box_train/0002_c1s1_000451_03.jpg")
            .pictures("bounding_box_train/0002_c6s1_000451_01.JPG", "bounding_box_train/me.jpg")
            .pictures("bounding_box_test/-1_c1s1_000401_03.jpg")
            .pictures("bounding_box_test/0000_c3s2_000401_03.jpg")
            .pictures("bounding_box_test/0001_c2s1_000151_01.jpg.jpg")
            .pictures("query/0001_c5s1_001426_00.jpg")
            .pictures("query/0000_c1s1_000001_00.jpg")
            .bytes("bounding_box_test/Thumbs.db", new byte[9])
            .bytes("query/Thumbs.db", new byte[9])
            .bytes("gt_query/0001_c5s1_001426_00_good.mat", new byte[9])
            .open();
    assertThat(data.layout()).isEqualTo("Market-1501");
    assertThat(SetFolder.train(data))
        .containsExactly(
            "0002 VIS bounding_box_train/0002_c1s1_000451_03.jpg",
            "0002 VIS bounding_box_train/0002_c6s1_000451_01.JPG");
    assertThat(SetFolder.gallery(data))
        .containsExactly(
            "-1 c1 JUNK bounding_box_test/-1_c1s1_000401_03.jpg",
            "0 c3 DISTRACTOR bounding_box_test/0000_c3s2_000401_03.jpg",
            "0001 c2 bounding_box_test/0001_c2s1_000151_01.jpg.jpg");
    assertThat(SetFolder.queries(data, 0)).containsExactly("0001 c5 query/0001_c5s1_001426_00.jpg");
    assertThat(data.test().identities()).containsExactly("0001");
    assertThat(data.report().detailLines())
        .containsExactly(
            "bounding_box_train/me.jpg: is not where its layout has pictures"
                + " (the name tells no identity and camera)",
            "query/0000_c1s1_000001_00.jpg: is not where its layout has pictures"
                + " (is nobody, and lies in query)");
  }
}
