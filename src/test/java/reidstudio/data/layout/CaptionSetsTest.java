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
import reidstudio.data.SkipReason;
import reidstudio.data.TestSplit;

/** CUHK-PEDES, ICFG-PEDES and RSTPReid with their traps. */
class CaptionSetsTest {
  @TempDir Path root;
  private SetFolder folder;

  @BeforeEach
  void start() {
    folder = new SetFolder(root);
  }

  @Test
  void cuhkPedes() throws IOException {
    Dataset data =
        folder
            .pictures("imgs/cam_a/000_45.bmp.jpg", "imgs/cam_b/7.JPG", "imgs/Market/x.jpg")
            .pictures("imgs/test_query/p_9.jpg", "imgs/test_query/p_10.jpg")
            .bytes("imgs/cam_a/Thumbs.db", new byte[7])
            .json(
                "reid_raw.json",
                "[{'split':'train','captions':['a man','in a red coat'],'id':9,",
                "  'file_path':'cam_a/000_45.bmp.jpg','processed_tokens':[['a','man']]},",
                " {'split':'train','captions':['a','b','c'],'id':11,'file_path':'cam_b\\\\7.jpg'},",
                " {'split':'train','captions':['gone'],'id':11,'file_path':'CUHK03/1.png'},",
                " {'split':'val','captions':['x','y'],'id':12,'file_path':'Market/x.jpg'},",
                " {'split':'test','captions':['s','t'],'id':13003,'file_path':'test_query/p_9.jpg'},",
                " {'split':'test','captions':['u'],'id':12000,'file_path':'test_query/p_10.jpg'}]")
            .open();

    assertThat(data.layout()).isEqualTo("CUHK-PEDES");
    assertThat(SetFolder.train(data))
        .containsExactly(
            "11 VIS imgs/cam_b/7.JPG",
            "11 TEXT imgs/cam_b/7.JPG",
            "11 TEXT imgs/cam_b/7.JPG",
            "11 TEXT imgs/cam_b/7.JPG",
            "9 VIS imgs/cam_a/000_45.bmp.jpg",
            "9 TEXT imgs/cam_a/000_45.bmp.jpg",
            "9 TEXT imgs/cam_a/000_45.bmp.jpg");
    assertThat(SetFolder.gallery(data))
        .containsExactly("13003 imgs/test_query/p_9.jpg", "12000 imgs/test_query/p_10.jpg");
    assertThat(SetFolder.queries(data, 0)).containsExactly("13003 s", "13003 t", "12000 u");
    TestSplit.Setting text = data.test().settings().get(0);
    assertThat(text.modalities()).containsExactly(Modality.TEXT);
    assertThat(text.target()).isEqualTo(Modality.VIS);
    assertThat(data.report().summaryLines())
        .containsExactly(
            "1 x file is missing, first imgs/CUHK03/1.png",
            "1 entries of reid_raw.json are of neither split, such as val, and are not used.");
    assertThat(data.pairableIdentities()).isEqualTo(2);
  }

  /** Identities count from 0, folders are not the split, and the file's name is written so too. */
  @Test
  void icfgPedes() throws IOException {
    Dataset data =
        folder
            .pictures("imgs/test/0000/a.jpg", "imgs/train/0001/b.jpg")
            .json(
                "ICFG_PEDES.json",
                "[{'split':'train','captions':['one'],'id':0,'file_path':'test/0000/a.jpg'},",
                " {'split':'test','captions':['two'],'id':3102,'file_path':'train/0001/b.jpg'}]")
            .open();
    assertThat(data.layout()).isEqualTo("ICFG-PEDES");
    assertThat(SetFolder.train(data))
        .containsExactly("0 VIS imgs/test/0000/a.jpg", "0 TEXT imgs/test/0000/a.jpg");
    assertThat(SetFolder.queries(data, 0)).containsExactly("3102 two");
    assertThat(data.report().skipped()).isZero();
  }

  @Test
  void rstpReidCallsThePathOtherwise() throws IOException {
    Dataset data =
        folder
            .pictures("imgs/0000_c14_0031.jpg", "imgs/3900_c1_0002.jpg")
            .json(
                "data_captions.json",
                "[{'id':0,'img_path':'0000_c14_0031.jpg','captions':['x','y'],'split':'train'},",
                " {'id':3900,'img_path':'3900_c1_0002.jpg','captions':['z','w'],'split':'test'},",
                " {'id':3901,'file_path':'3900_c1_0002.jpg','captions':['z'],'split':'test'}]")
            .open();
    assertThat(data.layout()).isEqualTo("RSTPReid");
    assertThat(data.trainCaptions()).containsExactly("x", "y");
    assertThat(SetFolder.queries(data, 0)).containsExactly("3900 z", "3900 w");
    assertThat(data.report().detailLines())
        .containsExactly(
            "data_captions.json entry 3: annotation cannot be understood (has no img_path)");
  }

  @Test
  void peopleOfBothSplitsAreNotTestedAndADoubleEntryCountsOnce() throws IOException {
    Dataset data =
        folder
            .pictures("imgs/a.jpg", "imgs/b.jpg", "imgs/c.jpg")
            .json(
                "reid_raw.json",
                "[{'split':'train','captions':['one'],'id':1,'file_path':'a.jpg'},",
                " {'split':'train','captions':['again'],'id':1,'file_path':'imgs/A.jpg'},",
                " {'split':'test','captions':['two'],'id':'0001','file_path':'b.jpg'},",
                " {'split':'test','captions':['three', ' '],'id':2,'file_path':'c.jpg'}]")
            .open();
    assertThat(data.test().identities()).containsExactly("2");
    assertThat(SetFolder.queries(data, 0)).containsExactly("2 three");
    assertThat(data.report().counts())
        .containsOnlyKeys(
            SkipReason.EMPTY_CAPTION, SkipReason.MALFORMED_ENTRY, SkipReason.SPLIT_OVERLAP);
    assertThat(data.report().detailLines())
        .contains(
            "reid_raw.json entry 2: annotation cannot be understood"
                + " (describes imgs/a.jpg, as reid_raw.json entry 1 does)",
            "imgs/c.jpg caption 2: caption is empty",
            "test identity 1: test identity is also trained on");
  }

  @Test
  void pathsThatLeadOutAreRefused() throws IOException {
    folder.pictures("imgs/a.jpg", "secret.jpg");
    List<String> out = List.of("../secret.jpg", "/etc/passwd", "C:\\\\x.jpg", "a/../../secret.jpg");
    StringBuilder json = new StringBuilder("[{'captions':['x'],'id':1,'file_path':'a.jpg'}");
    out.forEach(p -> json.append(",{'captions':['x'],'id':2,'file_path':'" + p + "'}"));
    Dataset data = folder.json("reid_raw.json", json + "]").open();
    assertThat(data.trainIdentities()).isEqualTo(1);
    assertThat(data.report().counts()).containsOnlyKeys(SkipReason.OUTSIDE_FOLDER);
    assertThat(data.report().skipped()).isEqualTo(4);
  }
}
