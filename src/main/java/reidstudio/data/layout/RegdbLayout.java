package reidstudio.data.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import reidstudio.data.Dataset;
import reidstudio.data.DatasetException;
import reidstudio.data.Modality;
import reidstudio.data.ProgressListener;
import reidstudio.data.SkipReason;

/**
 * RegDB (Nguyen et al., "Person Recognition System Based on a Combination of Body Images from
 * Visible Light and Thermal Cameras", 2017): {@code Visible}, {@code Thermal} and, for each of ten
 * splits, four lists "path label" in {@code idx}. Labels count anew in training and test, so who is
 * who is told by list and label together.
 */
public final class RegdbLayout implements DatasetLayout {
  private static final Map<Modality, String> WORDS =
      Map.of(Modality.VIS, "visible", Modality.NIR, "thermal");

  private final int split;

  /** Reads split 1 to 10. */
  public RegdbLayout(int split) {
    this.split = split;
  }

  @Override
  public String name() {
    return "RegDB";
  }

  @Override
  public String mark() {
    return "idx/train_visible_1.txt";
  }

  @Override
  public boolean recognises(Path folder) {
    return Files.isRegularFile(folder.resolve(mark()))
        || Files.isRegularFile(folder.resolve(list("train", Modality.VIS)));
  }

  private String list(String part, Modality modality) {
    return "idx/%s_%s_%d.txt".formatted(part, WORDS.get(modality), split);
  }

  @Override
  public Dataset read(Path folder, ProgressListener progress) throws DatasetException {
    DatasetDraft draft = new DatasetDraft(folder);
    for (String part : List.of("train", "test")) {
      for (Modality modality : WORDS.keySet()) {
        if (!Files.isRegularFile(draft.root().resolve(list(part, modality)))) {
          throw new DatasetException(
              "%s has no %s; copy RegDB's idx folder whole, or set data.split to a split that is there."
                  .formatted(folder, list(part, modality)));
        }
      }
    }
    PictureTree tree =
        PictureTree.of(draft.root(), draft.log(), Set.of("visible", "thermal")::contains);
    for (Modality modality : List.of(Modality.VIS, Modality.NIR)) {
      read(draft, tree, "train", modality);
      read(draft, tree, "test", modality);
    }
    tree.noteUnlisted("Visible", draft.log());
    tree.noteUnlisted("Thermal", draft.log());
    draft.log().note("Training and test people are those of split %d of 10.".formatted(split));
    return draft.build(name(), "Visible and Thermal lie beside idx", progress);
  }

  private void read(DatasetDraft draft, PictureTree tree, String part, Modality modality) {
    Map<String, Integer> seen = new HashMap<>();
    for (PictureList.Line line :
        new PictureList(draft.root(), draft.log()).read(list(part, modality))) {
      try {
        PictureFile picture = picture(tree, line, part, modality);
        if (seen.merge(picture.name(), 1, Integer::sum) > 1) {
          throw new UnusableException(
              SkipReason.MALFORMED_ENTRY,
              picture.name(),
              "is listed twice in " + list(part, modality));
        }
        if (part.equals("train")) {
          draft.train().add(picture);
        } else {
          test(draft, picture);
        }
      } catch (UnusableException e) {
        draft.log().add(e.skipped());
      }
    }
  }

  private PictureFile picture(
      PictureTree tree, PictureList.Line line, String part, Modality modality)
      throws UnusableException {
    PictureTree.Leaf leaf = tree.find("", line.path());
    if (Modality.of(leaf.steps().get(0)).filter(modality::equals).isEmpty()) {
      throw new UnusableException(
          SkipReason.MALFORMED_ENTRY,
          leaf.name(),
          "is listed as " + WORDS.get(modality) + " in " + list(part, modality));
    }
    String identity = String.format(Locale.ROOT, "%s-%03d", part, Integer.parseInt(line.label()));
    return new PictureFile(modality, identity, leaf.file(), leaf.name());
  }

  /** Everybody is looked for from both sides. */
  private static void test(DatasetDraft draft, PictureFile picture) {
    Sighting sighting = Sighting.of(picture, reidstudio.data.TestSplit.Entry.NO_CAMERA);
    draft.test().gallery(sighting);
    new BothDirections(draft.test()).query(sighting);
  }
}
