package reidstudio.data.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import reidstudio.data.Dataset;
import reidstudio.data.DatasetException;
import reidstudio.data.Modality;
import reidstudio.data.ProgressListener;
import reidstudio.data.SkipReason;

/**
 * What the layouts of caption sets share: visible pictures in {@code imgs}, one annotation file
 * beside it, and a split that the entries name. Training takes the pictures with their captions;
 * each caption of a test picture is a query, and all test pictures are the gallery, its own
 * included.
 */
final class CaptionSet {
  private static final String PICTURES = "imgs";

  private final String name;
  private final String pathKey;
  private final List<String> files;

  /**
   * @param name the data set's
   * @param pathKey what entries call the path
   * @param files names that the annotation file is known under, the usual one first
   */
  CaptionSet(String name, String pathKey, List<String> files) {
    this.name = name;
    this.pathKey = pathKey;
    this.files = List.copyOf(files);
  }

  String mark() {
    return files.get(0);
  }

  /** The annotation file's name in {@code folder}. */
  Optional<String> annotations(Path folder) {
    Stream<String> names = files.stream();
    return names.filter(file -> Files.isRegularFile(folder.resolve(file))).findFirst();
  }

  Dataset read(Path folder, ProgressListener progress) throws DatasetException {
    DatasetDraft draft = new DatasetDraft(folder);
    String file = annotations(folder).orElse(mark());
    List<CaptionEntries.Entry> entries =
        new CaptionEntries(draft.root(), file, pathKey, draft.log()).read();
    progress.throwIfCancelled();
    PictureTree tree = PictureTree.of(draft.root(), draft.log(), PICTURES::equals);
    Map<String, String> seen = new HashMap<>();
    int others = 0;
    for (CaptionEntries.Entry entry : entries) {
      try {
        PictureFile picture = once(tree, entry, seen);
        switch (entry.split()) {
          case "train" -> draft.train().add(picture, entry.captions());
          case "test" -> test(draft, picture, entry);
          default -> others++;
        }
      } catch (UnusableException e) {
        draft.log().add(e.skipped());
      }
    }
    tree.noteUnlisted(PICTURES, draft.log());
    if (others > 0) {
      draft
          .log()
          .note(
              "%d entries of %s are of neither split, such as val, and are not used."
                  .formatted(others, file));
    }
    return draft.build(name, "the pictures lie in imgs beside " + file, progress);
  }

  private static void test(DatasetDraft draft, PictureFile picture, CaptionEntries.Entry entry) {
    draft.test().gallery(Sighting.of(picture, reidstudio.data.TestSplit.Entry.NO_CAMERA));
    for (int i = 0; i < entry.captions().size(); i++) {
      Shown words =
          new Shown.Words(
              picture.name() + (i == 0 ? "" : " caption " + (i + 1)), entry.captions().get(i));
      draft.test().query("TEXT", Modality.VIS, Sighting.of(entry.identity(), List.of(words)));
    }
  }

  private static PictureFile once(
      PictureTree tree, CaptionEntries.Entry entry, Map<String, String> seen)
      throws UnusableException {
    PictureTree.Leaf leaf = tree.find(PICTURES, entry.path());
    String first = seen.putIfAbsent(leaf.name(), entry.where());
    if (first != null) {
      throw new UnusableException(
          SkipReason.MALFORMED_ENTRY,
          entry.where(),
          "describes " + leaf.name() + ", as " + first + " does");
    }
    return new PictureFile(Modality.VIS, entry.identity(), leaf.file(), leaf.name());
  }
}
