package reidstudio.data.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import reidstudio.data.Dataset;
import reidstudio.data.DatasetException;
import reidstudio.data.Modality;
import reidstudio.data.ProgressListener;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;

/**
 * The data of the PRCV2025 challenge: {@code train/{vis,nir,cp,sk}/NNNN}, {@code text_annos.json}
 * beside or in {@code train}, and {@code val} whose queries nobody but the organiser can score. So
 * a fifth of the training people is held out to test on. The folder is the person; the entries'
 * {@code id} is somebody else's label.
 */
public final class Prcv2025Layout implements DatasetLayout {
  /** The people are cut into so many parts; one of them is held out. */
  public static final int PARTS = 5;

  private static final String FILE = "text_annos.json";
  private static final String TRAIN = "train";

  private final int heldOut;

  /** Holds out part 1 to {@value #PARTS}; with another number, or of fewer people, nobody. */
  public Prcv2025Layout(int heldOut) {
    this.heldOut = heldOut;
  }

  @Override
  public String name() {
    return "PRCV2025";
  }

  @Override
  public String mark() {
    return FILE;
  }

  @Override
  public boolean recognises(Path folder) {
    return annotations(folder).isPresent();
  }

  private static Optional<String> annotations(Path folder) {
    return List.of(FILE, TRAIN + "/" + FILE).stream()
        .filter(file -> Files.isRegularFile(folder.resolve(file)))
        .findFirst();
  }

  @Override
  public Dataset read(Path folder, ProgressListener progress) throws DatasetException {
    DatasetDraft draft = new DatasetDraft(folder);
    String file = annotations(folder).orElse(FILE);
    List<CaptionEntries.Entry> entries =
        new CaptionEntries(draft.root(), file, "file_path", draft.log()).read();
    progress.throwIfCancelled();
    PictureTree tree = PictureTree.of(draft.root(), draft.log(), TRAIN::equals);
    Map<String, HeldOutPerson> people = people(draft.log(), tree, entries);
    List<String> names = new ArrayList<>(people.keySet());
    int held = 0;
    for (int i = 0; i < names.size(); i++) {
      HeldOutPerson person = people.get(names.get(i));
      if (names.size() >= PARTS && i % PARTS == heldOut - 1) {
        person.test(draft.test());
        held++;
      } else {
        person.train(draft.train());
      }
    }
    draft
        .log()
        .note(
            held == 0
                ? "Nobody is held out, so there is nobody to test on."
                : "%d of %d people, every fifth from number %d on, are held out of training to test on."
                    .formatted(held, names.size(), heldOut));
    return draft.build(name(), "vis, nir, cp and sk lie in train as " + file + " says", progress);
  }

  private static Map<String, HeldOutPerson> people(
      SkipLog log, PictureTree tree, List<CaptionEntries.Entry> entries) {
    Map<String, HeldOutPerson> people = new TreeMap<>();
    AnnotatedIds ids = new AnnotatedIds();
    Map<String, String> seen = new HashMap<>();
    for (CaptionEntries.Entry entry : entries) {
      try {
        PictureFile picture = picture(tree.find(TRAIN, entry.path()));
        if (picture.modality() != Modality.VIS) {
          throw new UnusableException(
              SkipReason.MALFORMED_ENTRY, entry.where(), "describes " + picture.name());
        }
        String first = seen.putIfAbsent(picture.name(), entry.where());
        if (first != null) {
          throw new UnusableException(
              SkipReason.MALFORMED_ENTRY,
              entry.where(),
              "describes " + picture.name() + ", as " + first + " does");
        }
        ids.add(entry.identity(), picture.identity());
        people
            .computeIfAbsent(picture.identity(), i -> new HeldOutPerson())
            .photo(picture, entry.captions());
      } catch (UnusableException e) {
        log.add(e.skipped());
      }
    }
    shareOut(log, tree, people);
    ids.report(FILE, log);
    return people;
  }

  /** Modality and identity of {@code train/MODALITY/NNNN/FILE}; the name must not gainsay it. */
  private static PictureFile picture(PictureTree.Leaf leaf) throws UnusableException {
    List<String> steps = leaf.steps();
    if (steps.size() != 4) {
      throw new UnusableException(SkipReason.MISPLACED, leaf.name(), "");
    }
    Optional<Modality> modality = Modality.of(steps.get(1)).filter(Modality::isImage);
    if (modality.isEmpty()) {
      throw new UnusableException(SkipReason.UNKNOWN_MODALITY, leaf.name(), steps.get(1));
    }
    Optional<ChallengeName> told = ChallengeName.of(steps.get(3));
    if (told.isPresent()
        && (told.get().modality() != modality.get()
            || !told.get().identity().equals(steps.get(2)))) {
      throw new UnusableException(
          SkipReason.MISPLACED,
          leaf.name(),
          "the name says %s of %s".formatted(told.get().modality().word(), told.get().identity()));
    }
    return new PictureFile(modality.get(), steps.get(2), leaf.file(), leaf.name());
  }

  /** Drawings and near-infrared pictures belong to the person; a photo should have an entry. */
  private static void shareOut(SkipLog log, PictureTree tree, Map<String, HeldOutPerson> people) {
    Set<String> annotated = new HashSet<>();
    people.values().forEach(person -> annotated.addAll(person.photoNames()));
    int strangers = 0;
    for (PictureTree.Leaf leaf : tree.all()) {
      try {
        PictureFile picture = picture(leaf);
        HeldOutPerson person = people.get(picture.identity());
        if (picture.modality() != Modality.VIS && person != null) {
          person.other(picture);
        } else if (picture.modality() != Modality.VIS) {
          strangers++;
        } else if (!annotated.contains(picture.name())) {
          log.add(SkipReason.UNANNOTATED, picture.name(), "");
        }
      } catch (UnusableException e) {
        log.add(e.skipped());
      }
    }
    if (strangers > 0) {
      log.note(strangers + " pictures show people of whom no entry names a visible picture.");
    }
  }
}
