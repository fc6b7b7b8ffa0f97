package reidstudio.data.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.data.DataReport;
import reidstudio.data.Dataset;
import reidstudio.data.Item;
import reidstudio.data.LabelMap;
import reidstudio.data.Modality;
import reidstudio.data.ProgressListener;
import reidstudio.data.TestSplit;

/** Counts by hand, and copies between what may not share a picture. */
class AuditTest {
  @TempDir Path root;
  private final List<Item> train = new ArrayList<>();
  private final List<TestSplit.Entry> gallery = new ArrayList<>();
  private final List<TestSplit.Entry> queries = new ArrayList<>();

  private Item.Picture picture(int label, Modality modality, String name, String content)
      throws IOException {
    Path file = root.resolve(name);
    Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    return new Item.Picture(label, modality, file, name);
  }

  private Dataset dataset() {
    return new Dataset(
        root,
        "Made up",
        train,
        new LabelMap(List.of("a", "b")),
        new TestSplit(
            gallery,
            List.of(
                new TestSplit.Setting("NIR", List.of(Modality.NIR), queries),
                new TestSplit.Setting("NIR2", List.of(Modality.NIR), queries))),
        new DataReport(Map.of(), List.of(), List.of()));
  }

  private Audit audit() {
    return Audit.of(dataset())
        .with(new PicturePass(ProgressListener.none()).over(dataset()).copies());
  }

  @Test
  void countsEachSplitModalityAndIdentity() throws IOException {
    train.add(picture(0, Modality.VIS, "1", "11"));
    train.add(picture(0, Modality.VIS, "2", "12"));
    train.add(picture(0, Modality.NIR, "3", "13"));
    train.add(picture(1, Modality.VIS, "4", "14"));
    train.add(new Item.Caption(1, "somebody", "4"));
    gallery.add(new TestSplit.Entry("z", List.of(picture(-1, Modality.VIS, "5", "15"))));
    gallery.add(
        new TestSplit.Entry(
            "-1", 1, TestSplit.Role.JUNK, List.of(picture(-1, Modality.VIS, "6", "16"))));
    queries.add(new TestSplit.Entry("z", List.of(picture(-1, Modality.NIR, "7", "17"))));
    Audit audit = audit();
    assertThat(audit.splits())
        .containsExactly(
            new SplitCounts(
                "train",
                2,
                Map.of(
                    Modality.VIS, new SplitCounts.Spread(3, 2, 1, 2),
                    Modality.NIR, new SplitCounts.Spread(1, 1, 1, 1),
                    Modality.TEXT, new SplitCounts.Spread(1, 1, 1, 1))),
            new SplitCounts("gallery", 1, Map.of(Modality.VIS, new SplitCounts.Spread(1, 1, 1, 1))),
            new SplitCounts("query", 1, Map.of(Modality.NIR, new SplitCounts.Spread(1, 1, 1, 1))));
    assertThat(audit.pairableIdentities()).isEqualTo(2);
    assertThat(audit.copies()).isEqualTo(new Copies(0, 0, 0, 0, List.of()));
    assertThat(audit.isSound()).isTrue();
  }

  @Test
  void copiesOfOnePersonAreCountedAndNoFault() throws IOException {
    train.add(picture(0, Modality.VIS, "1", "same"));
    train.add(picture(0, Modality.VIS, "2", "same"));
    train.add(picture(1, Modality.VIS, "3", "Same"));
    Audit audit = audit();
    assertCopies(audit, 0, 0, "1", "2");
    assertThat(audit.copies().groups().get(0).isHarmless()).isTrue();
    assertThat(audit.isSound()).isTrue();
  }

  @Test
  void copiesOfTwoPeopleOrInBothSplitsAreAFault() throws IOException {
    train.add(picture(0, Modality.VIS, "1", "same"));
    train.add(picture(1, Modality.VIS, "2", "same"));
    Audit people = audit();
    assertCopies(people, 1, 0, "1", "2");
    assertThat(people.isSound()).isFalse();
    train.remove(1);
    queries.add(new TestSplit.Entry("z", List.of(picture(-1, Modality.NIR, "3", "same"))));
    Audit splits = audit();
    assertCopies(splits, 0, 1, "1", "3");
    assertThat(splits.isSound()).isFalse();
  }

  private static void assertCopies(Audit audit, int people, int splits, String... names) {
    Copies copies = audit.copies();
    assertThat(copies.files()).isEqualTo(names.length - 1);
    assertThat(copies.groupCount()).isEqualTo(1);
    assertThat(copies.betweenPeople()).isEqualTo(people);
    assertThat(copies.betweenSplits()).isEqualTo(splits);
    assertThat(copies.groups().get(0).names()).containsExactly(names);
  }

  @Test
  void theWorstCopiesComeFirstAndOfManyOfOnePictureSomeAreNamed() throws IOException {
    for (int i = 0; i < CopyGroup.NAMED + 10; i++) {
      train.add(picture(0, Modality.VIS, "a%03d".formatted(i), "often"));
    }
    train.add(picture(0, Modality.VIS, "b", "people"));
    train.add(picture(1, Modality.VIS, "c", "people"));
    train.add(picture(0, Modality.VIS, "d", "both splits"));
    gallery.add(new TestSplit.Entry("z", List.of(picture(-1, Modality.VIS, "e", "both splits"))));
    Copies copies = audit().copies();
    assertThat(copies.groups())
        .extracting(group -> group.pictures().get(0).name())
        .containsExactly("d", "b", "a000");
    assertThat(copies.files()).isEqualTo(CopyGroup.NAMED + 9 + 1 + 1);
    assertThat(copies.groups().get(2).files()).isEqualTo(CopyGroup.NAMED + 10);
    assertThat(copies.groups().get(2).pictures()).hasSize(CopyGroup.NAMED);
  }

  @Test
  void identitiesOfBothSplits() throws IOException {
    train.add(picture(0, Modality.VIS, "1", "1"));
    queries.add(new TestSplit.Entry("b", List.of(picture(-1, Modality.NIR, "3", "3"))));
    assertThat(audit().sharedIdentities()).containsExactly("b");
    assertThat(audit().isSound()).isFalse();
  }

  /** Three of a's captions are one, b has one twice and no other, and both share one. */
  @Test
  void captionsThatRepeat() {
    for (String text : List.of("red coat", "Red  coat", "red coat ", "blue")) {
      train.add(new Item.Caption(0, text, "x"));
    }
    train.add(new Item.Caption(1, "RED coat", "y"));
    train.add(new Item.Caption(1, "red coat", "y"));
    assertThat(audit().captions())
        .isEqualTo(
            new CaptionRepeats(
                6,
                3,
                1,
                1,
                2,
                List.of(new CaptionRepeats.Repeat("red coat", 5, 2, List.of("a", "b")))));
  }

  @Test
  void everybodyIsListedWithWhatIsShownOfThem() throws IOException {
    train.add(picture(0, Modality.VIS, "1", "1"));
    train.add(new Item.Caption(0, "somebody", "1"));
    train.add(picture(1, Modality.NIR, "2", "2"));
    train.add(picture(1, Modality.NIR, "3", "3"));
    gallery.add(new TestSplit.Entry("z", List.of(picture(-1, Modality.VIS, "4", "4"))));
    gallery.add(
        new TestSplit.Entry(
            "-1", 1, TestSplit.Role.JUNK, List.of(picture(-1, Modality.VIS, "5", "5"))));
    queries.add(new TestSplit.Entry("z", List.of(picture(-1, Modality.NIR, "6", "6"))));
    List<IdentityItems> people = IdentityItems.of(dataset());
    assertThat(people).extracting(IdentityItems::identity).containsExactly("a", "b", "z");
    assertThat(people).extracting(IdentityItems::isTraining).containsExactly(true, true, false);
    assertThat(people).extracting(IdentityItems::isPairable).containsExactly(true, false, true);
    assertThat(people.get(1).counts()).isEqualTo(Map.of(Modality.NIR, 2));
    assertThat(people.get(2).items()).extracting(Item::name).containsExactly("4", "6");
  }

  @Test
  void canBeCancelled() throws IOException {
    train.add(picture(0, Modality.VIS, "1", "same"));
    train.add(picture(0, Modality.VIS, "2", "same"));
    ProgressListener impatient =
        new ProgressListener() {
          @Override
          public void progress(int done, int total) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> new PicturePass(impatient).over(dataset()))
        .isInstanceOf(CancellationException.class);
  }
}
