package reidstudio.data.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import reidstudio.data.DatasetException;
import reidstudio.data.Modality;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;
import reidstudio.data.Skipped;

/**
 * Training identities: the folders that annotated visible pictures lie in. A visible picture counts
 * with its captions, as one sample; near-infrared pictures and drawings are aligned with a person
 * only, so all files of the same identity's folders belong to it.
 */
final class TrainSplit {
  private static final List<Modality> BY_FOLDER = List.of(Modality.NIR, Modality.CP, Modality.SK);

  /** An annotated visible picture that is on disk. */
  private record Sample(PictureFile picture, List<String> captions) {}

  private final FolderIndex index;
  private final SkipLog log;
  private final SortedMap<String, List<Sample>> samples = new TreeMap<>();

  /**
   * Matches annotations and files.
   *
   * @throws DatasetException if two entries describe the same picture
   */
  TrainSplit(FolderIndex index, SkipLog log, List<TrainAnnotations.Entry> annotations)
      throws DatasetException {
    this.index = index;
    this.log = log;
    Map<String, Integer> seen = new HashMap<>();
    Set<String> annotated = new HashSet<>();
    for (TrainAnnotations.Entry entry : annotations) {
      try {
        PicturePath path = visible(entry);
        refuseSecond(seen, path.name(), entry.number());
        if (entry.isTraining()) {
          samples.computeIfAbsent(path.identity(), i -> new ArrayList<>());
        }
        PictureFile picture = index.find(path);
        annotated.add(picture.name());
        if (entry.isTraining()) {
          samples.get(path.identity()).add(new Sample(picture, entry.captions()));
        }
      } catch (UnusableException e) {
        if (entry.isTraining()) {
          log.add(e.skipped());
        }
      }
    }
    reportUnannotated(annotated);
  }

  /** Folders of all training identities, usable or not. */
  Set<String> folders() {
    return samples.keySet();
  }

  /** Every picture that training could use, to be looked at. */
  Collection<PictureFile> pictures() {
    List<PictureFile> all = new ArrayList<>();
    samples.forEach(
        (identity, own) -> {
          own.forEach(sample -> all.add(sample.picture()));
          BY_FOLDER.forEach(modality -> all.addAll(index.pictures(modality, identity)));
        });
    return all;
  }

  /**
   * Identities that have an item left, in ascending order.
   *
   * @param faults pictures that cannot be used, by name
   */
  List<Identity> identities(Map<String, Skipped> faults) {
    List<Identity> usable = new ArrayList<>();
    List<String> empty = new ArrayList<>();
    samples.forEach(
        (name, own) -> {
          Identity identity = identity(name, own, faults);
          if (identity.pictures().isEmpty()) {
            empty.add(name);
          } else {
            usable.add(identity);
          }
        });
    if (!empty.isEmpty()) {
      log.note(
          "%d training identities have no usable item and get no label, first %s."
              .formatted(empty.size(), empty.get(0)));
    }
    return usable;
  }

  private Identity identity(String name, List<Sample> own, Map<String, Skipped> faults) {
    List<PictureFile> pictures = new ArrayList<>();
    List<Identity.Caption> captions = new ArrayList<>();
    for (Sample sample : own) {
      if (keep(sample.picture(), faults)) {
        pictures.add(sample.picture());
        captions(sample, captions);
      }
    }
    for (Modality modality : BY_FOLDER) {
      index.pictures(modality, name).stream()
          .filter(picture -> keep(picture, faults))
          .forEach(pictures::add);
    }
    return new Identity(name, pictures, captions);
  }

  private boolean keep(PictureFile picture, Map<String, Skipped> faults) {
    Skipped fault = faults.get(picture.name());
    if (fault != null) {
      log.add(fault);
    }
    return fault == null;
  }

  private void captions(Sample sample, List<Identity.Caption> into) {
    String name = sample.picture().name();
    if (sample.captions().isEmpty()) {
      log.add(SkipReason.EMPTY_CAPTION, name, "has none");
    }
    for (int i = 0; i < sample.captions().size(); i++) {
      String text = sample.captions().get(i);
      if (CaptionText.saysSomething(text)) {
        into.add(new Identity.Caption(name, text.strip()));
      } else {
        log.add(SkipReason.EMPTY_CAPTION, i == 0 ? name : name + " caption " + (i + 1), "");
      }
    }
  }

  private static PicturePath visible(TrainAnnotations.Entry entry) throws UnusableException {
    PicturePath path = PicturePath.parse(entry.path());
    if (path.modality() != Modality.VIS) {
      throw new UnusableException(
          SkipReason.MALFORMED_ENTRY,
          "%s entry %d".formatted(TrainAnnotations.FILE, entry.number()),
          "describes " + path.name() + ", only visible pictures have captions");
    }
    return path;
  }

  private static void refuseSecond(Map<String, Integer> seen, String name, int number)
      throws DatasetException {
    Integer first = seen.putIfAbsent(name, number);
    if (first != null) {
      throw new DatasetException(
          "Entries %d and %d of %s both describe %s; keep one of them, its caption may be a list."
              .formatted(first, number, TrainAnnotations.FILE, name));
    }
  }

  private void reportUnannotated(Set<String> annotated) {
    for (String identity : samples.keySet()) {
      for (PictureFile picture : index.pictures(Modality.VIS, identity)) {
        if (!annotated.contains(picture.name())) {
          log.add(SkipReason.UNANNOTATED, picture.name(), "");
        }
      }
    }
  }
}
