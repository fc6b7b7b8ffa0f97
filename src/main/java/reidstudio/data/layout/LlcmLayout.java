package reidstudio.data.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reidstudio.data.Dataset;
import reidstudio.data.DatasetException;
import reidstudio.data.Modality;
import reidstudio.data.ProgressListener;
import reidstudio.data.SkipReason;

/**
 * LLCM (Zhang and Wang, "Diverse Embedding Expansion Network and Low-Light Cross-Modality Benchmark
 * for Visible-Infrared Person Re-identification", 2023): {@code vis} and {@code nir} to train on,
 * as {@code idx/train_vis.txt} and {@code idx/train_nir.txt} list them, and {@code
 * test_vis/camN/IDENTITY} and {@code test_nir/camN/IDENTITY}. Camera 3 has no infrared pictures.
 */
public final class LlcmLayout implements DatasetLayout {
  private static final String TEST_IDS = "idx/test_id.txt";
  private static final Pattern TEST_PLACE =
      Pattern.compile("test_(vis|nir)/cam(\\d)/(\\d{1,9})/[^/]+", Pattern.CASE_INSENSITIVE);

  @Override
  public String name() {
    return "LLCM";
  }

  @Override
  public String mark() {
    return "test_vis beside idx";
  }

  @Override
  public boolean recognises(Path folder) {
    return Files.isDirectory(folder.resolve("test_vis"))
        && Files.isDirectory(folder.resolve("idx"));
  }

  @Override
  public Dataset read(Path folder, ProgressListener progress) throws DatasetException {
    DatasetDraft draft = new DatasetDraft(folder);
    PictureTree tree =
        PictureTree.of(
            draft.root(), draft.log(), Set.of("vis", "nir", "test_vis", "test_nir")::contains);
    for (Modality modality : List.of(Modality.VIS, Modality.NIR)) {
      train(draft, tree, modality);
    }
    Optional<Set<String>> wanted = new IdentityList(draft.root(), draft.log()).read(TEST_IDS);
    int unlisted = 0;
    for (String part : List.of("test_vis", "test_nir")) {
      for (PictureTree.Leaf leaf : tree.under(part)) {
        unlisted += test(draft, leaf, wanted) ? 0 : 1;
      }
    }
    if (unlisted > 0) {
      draft.log().note(unlisted + " test pictures show people whom " + TEST_IDS + " lacks.");
    }
    return draft.build(name(), "vis, nir, test_vis, test_nir and idx lie side by side", progress);
  }

  private static void train(DatasetDraft draft, PictureTree tree, Modality modality) {
    String list = "idx/train_%s.txt".formatted(modality.word());
    Map<String, String> seen = new HashMap<>();
    List<PictureList.Line> lines = new PictureList(draft.root(), draft.log()).read(list);
    if (lines.isEmpty()) {
      draft
          .log()
          .note("There is no usable " + list + ", so " + modality.word() + " is not trained on.");
    }
    for (PictureList.Line line : lines) {
      try {
        PictureTree.Leaf leaf = tree.find("", line.path());
        if (Modality.of(leaf.steps().get(0)).filter(modality::equals).isEmpty()) {
          throw new UnusableException(
              SkipReason.MALFORMED_ENTRY, leaf.name(), "is listed in " + list);
        }
        if (seen.putIfAbsent(leaf.name(), line.label()) != null) {
          throw new UnusableException(
              SkipReason.MALFORMED_ENTRY, leaf.name(), "is listed twice in " + list);
        }
        draft.train().add(picture(modality, identity(leaf, line), leaf));
      } catch (UnusableException e) {
        draft.log().add(e.skipped());
      }
    }
    tree.noteUnlisted(modality.word(), draft.log());
  }

  /** The folder is the person, as in the test split; labels are dense and say nothing of it. */
  private static String identity(PictureTree.Leaf leaf, PictureList.Line line) {
    List<String> steps = leaf.steps();
    return steps.size() > 2 ? steps.get(steps.size() - 2) : "label " + line.label();
  }

  private static PictureFile picture(Modality modality, String identity, PictureTree.Leaf leaf) {
    return new PictureFile(modality, identity, leaf.file(), leaf.name());
  }

  /** False for somebody whom the list of test people lacks. */
  private static boolean test(
      DatasetDraft draft, PictureTree.Leaf leaf, Optional<Set<String>> wanted) {
    Matcher place = TEST_PLACE.matcher(leaf.name());
    if (!place.matches()) {
      draft.log().add(SkipReason.MISPLACED, leaf.name(), "is not in camN/IDENTITY/");
      return true;
    }
    String folder = place.group(3);
    if (wanted.isPresent() && !wanted.get().contains(IdentityList.plain(folder))) {
      return false;
    }
    Modality modality = Modality.of(place.group(1)).orElseThrow();
    Sighting sighting =
        Sighting.of(picture(modality, folder, leaf), Integer.parseInt(place.group(2)));
    draft.test().gallery(sighting);
    new BothDirections(draft.test()).query(sighting);
    return true;
  }
}
