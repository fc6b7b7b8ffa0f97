package reidstudio.data.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reidstudio.data.Dataset;
import reidstudio.data.DatasetException;
import reidstudio.data.Modality;
import reidstudio.data.ProgressListener;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;
import reidstudio.data.TestSplit.Role;

/**
 * Market-1501 (Zheng et al., "Scalable Person Re-identification: A Benchmark", 2015): visible
 * pictures alone, in {@code bounding_box_train}, {@code query} and {@code bounding_box_test}.
 * Identity and camera are in the names, as in {@code 0002_c1s1_000451_03.jpg}; -1 is junk and 0
 * background, a distractor.
 */
public final class Market1501Layout implements DatasetLayout {
  private static final String TRAIN = "bounding_box_train";
  private static final String QUERY = "query";
  private static final String TEST = "bounding_box_test";
  private static final String JUNK = "-1";
  private static final String BACKGROUND = "0";
  private static final Pattern NAME = Pattern.compile("(-1|\\d{1,9})_c(\\d).*", Pattern.DOTALL);

  private record Shot(PictureFile picture, int camera) {}

  @Override
  public String name() {
    return "Market-1501";
  }

  @Override
  public String mark() {
    return TRAIN;
  }

  @Override
  public boolean recognises(Path folder) {
    return Files.isDirectory(folder.resolve(TRAIN));
  }

  @Override
  public Dataset read(Path folder, ProgressListener progress) throws DatasetException {
    DatasetDraft draft = new DatasetDraft(folder);
    PictureTree tree =
        PictureTree.of(draft.root(), draft.log(), List.of(TRAIN, QUERY, TEST)::contains);
    for (Shot shot : shots(tree, TRAIN, draft.log())) {
      if (isSomebody(shot, TRAIN, draft.log())) {
        draft.train().add(shot.picture());
      }
    }
    for (Shot shot : shots(tree, TEST, draft.log())) {
      Sighting seen = Sighting.of(shot.picture(), shot.camera());
      draft.test().gallery(new Sighting(seen.identity(), seen.camera(), role(shot), seen.shown()));
    }
    for (Shot shot : shots(tree, QUERY, draft.log())) {
      if (isSomebody(shot, QUERY, draft.log())) {
        draft.test().query("VIS", Modality.VIS, Sighting.of(shot.picture(), shot.camera()));
      }
    }
    return draft.build(name(), "names in " + TRAIN + " are like 0002_c1s1_000451_03.jpg", progress);
  }

  private static List<Shot> shots(PictureTree tree, String part, SkipLog log) {
    List<Shot> shots = new ArrayList<>();
    for (PictureTree.Leaf leaf : tree.under(part)) {
      try {
        shots.add(shot(leaf));
      } catch (UnusableException e) {
        log.add(e.skipped());
      }
    }
    return shots;
  }

  /** Junk and background belong to the gallery alone. */
  private static boolean isSomebody(Shot shot, String part, SkipLog log) {
    if (role(shot) == Role.PERSON) {
      return true;
    }
    log.add(SkipReason.MISPLACED, shot.picture().name(), "is nobody, and lies in " + part);
    return false;
  }

  private static Role role(Shot shot) {
    return switch (shot.picture().identity()) {
      case JUNK -> Role.JUNK;
      case BACKGROUND -> Role.DISTRACTOR;
      default -> Role.PERSON;
    };
  }

  private static Shot shot(PictureTree.Leaf leaf) throws UnusableException {
    Matcher name = NAME.matcher(leaf.file().getFileName().toString());
    if (!name.matches()) {
      throw new UnusableException(
          SkipReason.MISPLACED, leaf.name(), "the name tells no identity and camera");
    }
    String written = name.group(1);
    String identity = written.matches("0+") ? BACKGROUND : written;
    return new Shot(
        new PictureFile(Modality.VIS, identity, leaf.file(), leaf.name()),
        Integer.parseInt(name.group(2)));
  }
}
