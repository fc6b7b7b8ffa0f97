package reidstudio.ui.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reidstudio.data.DataReport;
import reidstudio.data.Dataset;
import reidstudio.data.Item;
import reidstudio.data.LabelMap;
import reidstudio.data.Modality;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;
import reidstudio.data.TestSplit;
import reidstudio.data.audit.Audit;
import reidstudio.data.audit.Copies;
import reidstudio.data.audit.Verified;

/** Ten people to train on and one to test with; no file exists. */
final class MadeUpData {
  private static final Path FOLDER = Path.of("made-up").toAbsolutePath();

  private final List<Item> train = new ArrayList<>();
  private final List<String> identities = new ArrayList<>();
  private final SkipLog log = new SkipLog();
  private TestSplit test =
      new TestSplit(
          List.of(new TestSplit.Entry("z", List.of(picture(-1, Modality.VIS, "vis/z.jpg")))),
          List.of());

  /** Of whom the last {@code unpaired} are shown in visible light only. */
  MadeUpData(int people, int unpaired) {
    for (int label = 0; label < people; label++) {
      identities.add("%04d".formatted(label + 1));
      train.add(picture(label, Modality.VIS, "vis/" + label + "a.jpg"));
      train.add(picture(label, Modality.VIS, "vis/" + label + "b.jpg"));
      if (label < people - unpaired) {
        train.add(picture(label, Modality.NIR, "nir/" + label + ".jpg"));
      }
    }
  }

  static Verified sound() {
    return new MadeUpData(10, 0).structure();
  }

  static Verified decoded(Verified structure) {
    return new Verified(
        structure.dataset(),
        structure.mark(),
        structure.report(),
        structure.audit(),
        structure.people(),
        true);
  }

  /** As if copies had been looked for. */
  static Verified with(Verified structure, Copies copies) {
    Audit audit = structure.audit();
    return new Verified(
        structure.dataset(),
        structure.mark(),
        structure.report(),
        new Audit(
            audit.splits(),
            audit.pairableIdentities(),
            audit.sharedIdentities(),
            copies,
            audit.captions(),
            audit.labels()),
        structure.people(),
        true);
  }

  private static Item.Picture picture(int label, Modality modality, String name) {
    return new Item.Picture(label, modality, FOLDER.resolve(name), name);
  }

  MadeUpData caption(int label, String text) {
    train.add(new Item.Caption(label, text, "vis/" + label + "a.jpg"));
    return this;
  }

  MadeUpData skip(SkipReason reason, String name) {
    log.add(reason, name, "");
    return this;
  }

  MadeUpData note(String sentence) {
    log.note(sentence);
    return this;
  }

  MadeUpData named(String... names) {
    for (int i = 0; i < names.length; i++) {
      identities.set(i, names[i]);
    }
    return this;
  }

  MadeUpData test(TestSplit split) {
    test = split;
    return this;
  }

  static TestSplit showing(String identity) {
    return new TestSplit(
        List.of(new TestSplit.Entry(identity, List.of(picture(-1, Modality.VIS, "vis/t.jpg")))),
        List.of());
  }

  Verified structure() {
    DataReport report = log.report();
    return Verified.structure(
        new Dataset(FOLDER, "Made up", train, new LabelMap(identities), test, report), "a mark");
  }
}
