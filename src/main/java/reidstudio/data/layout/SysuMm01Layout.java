package reidstudio.data.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reidstudio.data.Dataset;
import reidstudio.data.DatasetException;
import reidstudio.data.Modality;
import reidstudio.data.ProgressListener;
import reidstudio.data.SkipReason;

/**
 * SYSU-MM01 (Wu et al., "RGB-Infrared Cross-Modality Person Re-Identification", 2017): {@code
 * camN/NNNN/*.jpg}, cameras 1, 2, 4 and 5 visible, 3 and 6 infrared, and lists of identities in
 * {@code exp}. Training takes those of {@code train_id.txt} and, as the field does, {@code
 * val_id.txt}. Not everybody is seen by every camera.
 */
public final class SysuMm01Layout implements DatasetLayout {
  private static final String TRAIN = "exp/train_id.txt";
  private static final Set<Integer> INFRARED = Set.of(3, 6);
  private static final Pattern PLACE =
      Pattern.compile("cam([1-6])/(\\d{1,9})/[^/]+", Pattern.CASE_INSENSITIVE);

  @Override
  public String name() {
    return "SYSU-MM01";
  }

  @Override
  public String mark() {
    return TRAIN;
  }

  @Override
  public boolean recognises(Path folder) {
    return Files.isRegularFile(folder.resolve(TRAIN));
  }

  @Override
  public Dataset read(Path folder, ProgressListener progress) throws DatasetException {
    DatasetDraft draft = new DatasetDraft(folder);
    IdentityList lists = new IdentityList(draft.root(), draft.log());
    Set<String> train = new TreeSet<>(lists.read(TRAIN).orElse(Set.of()));
    lists.read("exp/val_id.txt").ifPresent(train::addAll);
    Optional<Set<String>> test = lists.read("exp/test_id.txt");
    if (test.isEmpty()) {
      draft.log().note("There is no exp/test_id.txt, so there is nobody to test on.");
    }
    PictureTree tree =
        PictureTree.of(draft.root(), draft.log(), folderName -> folderName.matches("cam[1-6]"));
    int unlisted = 0;
    for (PictureTree.Leaf leaf : tree.all()) {
      Matcher place = PLACE.matcher(leaf.name());
      if (!place.matches()) {
        draft.log().add(SkipReason.MISPLACED, leaf.name(), "is not in camN/IDENTITY/");
        continue;
      }
      String identity = IdentityList.plain(place.group(2));
      if (train.contains(identity)) {
        draft.train().add(shot(leaf, place));
      }
      if (test.isPresent() && test.get().contains(identity)) {
        test(draft, leaf, place);
      } else if (!train.contains(identity)) {
        unlisted++;
      }
    }
    if (unlisted > 0) {
      draft.log().note(unlisted + " pictures show people whom no list in exp names.");
    }
    return draft.build(name(), "exp and cam1 to cam6 lie side by side", progress);
  }

  private static void test(DatasetDraft draft, PictureTree.Leaf leaf, Matcher place) {
    Sighting sighting = Sighting.of(shot(leaf, place), Integer.parseInt(place.group(1)));
    if (sighting.shown().get(0).modality() == Modality.NIR) {
      draft.test().query("NIR", Modality.VIS, sighting);
    } else {
      draft.test().gallery(sighting);
    }
  }

  /** The identity is the folder's name. */
  private static PictureFile shot(PictureTree.Leaf leaf, Matcher place) {
    Modality modality =
        INFRARED.contains(Integer.parseInt(place.group(1))) ? Modality.NIR : Modality.VIS;
    return new PictureFile(modality, place.group(2), leaf.file(), leaf.name());
  }
}
