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
 * only, so all files of the same identity's folders belong to it. Names are those on disk, however
 * the annotations write them.
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
    AnnotatedIds ids = new AnnotatedIds();
    for (TrainAnnotations.Entry entry : annotations) {
      try {
        PicturePath path = index.spelt(visible(entry));
        refuseSecond(seen, path.name(), entry.number());
        if (entry.isTraining()) {
          samples.computeIfAbsent(path.identity(), i -> new ArrayList<>());
        }
        PictureFile picture = index.find(path);
        annotated.add(picture.name());
        entry.id().ifPresent(id -> ids.add(id, path.identity()));
        if (entry.isTraining()) {
          samples.get(path.identity()).add(new Sample(picture, entry.captions()));
        }
      } catch (UnusableException e) {
        if (entry.isTraining()) {
          log.add(e.skipped());
        }
      }
    }
    ids.report(TrainAnnotations.FILE, log);
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
    TrainSieve sieve = new TrainSieve(log, faults);
    List<Identity> all = new ArrayList<>();
    samples.forEach((name, own) -> all.add(identity(name, own, sieve)));
    return sieve.usable(all);
  }

  private Identity identity(String name, List<Sample> own, TrainSieve sieve) {
    List<PictureFile> pictures = new ArrayList<>();
    List<Identity.Caption> captions = new ArrayList<>();
    for (Sample sample : own) {
      if (sieve.keeps(sample.picture())) {
        pictures.add(sample.picture());
        if (sample.captions().isEmpty()) {
          log.add(SkipReason.EMPTY_CAPTION, sample.picture().name(), "has none");
        }
        captions.addAll(sieve.captions(sample.picture().name(), sample.captions()));
      }
    }
    for (Modality modality : BY_FOLDER) {
      index.pictures(modality, name).stream().filter(sieve::keeps).forEach(pictures::add);
    }
    return new Identity(name, pictures, captions);
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
