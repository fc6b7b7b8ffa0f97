package reidstudio.data.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.data.DatasetException;
import reidstudio.data.ProgressListener;
import reidstudio.data.TestSplit;

/** The challenge's own queries, whose people nobody knows. */
class ChallengeSplitTest {
  @TempDir Path root;
  private SetFolder folder;

  @BeforeEach
  void start() throws IOException {
    folder =
        new SetFolder(root).pictures("val/gallery/10.jpg", "val/gallery/9.JPG", "val/nir/1.jpg");
  }

  private ChallengeSplit read() throws IOException {
    return ChallengeSplit.read(root, ProgressListener.none());
  }

  @Test
  void galleryIsInTheOrderOfItsNumbers() throws IOException {
    folder.pictures("val/gallery/extra.jpg", "val/gallery/010.jpg");
    folder.json(
        "val/val_queries.json",
        "[{'query_idx':3,'query_type':'onemodal_NIR','content':['val\\\\nir\\\\1.jpg']},",
        " {'query_idx':1,'query_type':'twomodal_TEXT_NIR','content':['he','nir/1.jpg']}]");
    ChallengeSplit split = read();
    assertThat(split.split().gallery())
        .extracting(TestSplit.Entry::identity)
        .containsExactly("9", "10");
    assertThat(split.split().settings())
        .extracting(setting -> setting.name() + " " + setting.queries().get(0).identity())
        .containsExactly("onemodal_NIR 3", "twomodal_TEXT_NIR 1");
    assertThat(split.report().detailLines())
        .hasSize(2)
        .allMatch(line -> line.endsWith("(its name is no number of its own)"));
  }

  @Test
  void badQueriesAreNamedAndWhatIsLeftOfOneIsUsed() throws IOException {
    folder.json(
        "val/val_queries.json",
        "[7, null, {}, {'query_idx':8,'query_type':'a,b_NIR','content':['nir/1.jpg']},",
        " {'query_idx':'x','query_type':'onemodal_NIR','content':['nir/1.jpg']},",
        " {'query_idx':1,'query_type':'onemodal_NIR_NIR','content':['nir/1.jpg','nir/1.jpg']},",
        " {'query_idx':2,'query_type':'onemodal_NIR','content':['../../secret.jpg']},",
        " {'query_idx':4,'query_type':'twomodal_TEXT_NIR','content':['he','nir/none.jpg']},",
        " {'query_idx':4,'query_type':'onemodal_TEXT','content':['a second four']}]");
    ChallengeSplit split = read();
    assertThat(split.unusable()).containsOnlyKeys(2).containsValue("onemodal_NIR");
    assertThat(split.split().settings())
        .singleElement()
        .extracting(TestSplit.Setting::name)
        .isEqualTo("twomodal_TEXT_NIR");
    assertThat(split.split().settings().get(0).queries().get(0).items()).hasSize(1);
    assertThat(split.report().skipped()).isEqualTo(9);
    assertThat(split.report().detailLines())
        .anyMatch(line -> line.startsWith("../../secret.jpg: leads out of the data folder"));
  }

  @Test
  void withoutQueriesThereIsNothingToSubmit() throws IOException {
    assertThatThrownBy(this::read)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("has no val_queries.json");
    folder.text("val/val_queries.json", "{}");
    assertThatThrownBy(this::read).hasMessageContaining("has no list of queries");
    folder.text("val/val_queries.json", "[]");
    assertThatThrownBy(this::read).hasMessageContaining("nothing to submit");
  }
}
