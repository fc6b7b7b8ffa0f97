package reidstudio.data.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;
import reidstudio.data.Skipped;

/** The training split of a layout as its reader meets it: pictures, some with captions. */
final class TrainDraft {
  /** A picture with its captions as written. */
  private record Sample(PictureFile picture, List<String> captions) {}

  private static final Comparator<Sample> BY_MODALITY_AND_NAME =
      Comparator.comparing((Sample sample) -> sample.picture().modality())
          .thenComparing(sample -> sample.picture().name());

  private final SkipLog log;
  private final SortedMap<String, List<Sample>> samples = new TreeMap<>();

  TrainDraft(SkipLog log) {
    this.log = log;
  }

  /** A picture without a text. */
  void add(PictureFile picture) {
    put(new Sample(picture, List.of()));
  }

  /** A picture that should have captions; none at all is reported. */
  void add(PictureFile picture, List<String> captions) {
    put(new Sample(picture, captions));
    if (captions.isEmpty()) {
      log.add(SkipReason.EMPTY_CAPTION, picture.name(), "has none");
    }
  }

  private void put(Sample sample) {
    samples.computeIfAbsent(sample.picture().identity(), i -> new ArrayList<>()).add(sample);
  }

  /** All identities, usable or not. */
  Set<String> identities() {
    return samples.keySet();
  }

  /** Every picture, to be looked at. */
  Collection<PictureFile> pictures() {
    return samples.values().stream().flatMap(List::stream).map(Sample::picture).toList();
  }

  /** Names of all pictures. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    pictures().forEach(picture -> names.add(picture.name()));
    return names;
  }

  /**
   * Identities that have a picture left, in ascending order.
   *
   * @param faults pictures that cannot be used, by name
   */
  List<Identity> usable(Map<String, Skipped> faults) {
    TrainSieve sieve = new TrainSieve(log, faults);
    List<Identity> all = new ArrayList<>();
    samples.forEach((name, own) -> all.add(identity(name, own, sieve)));
    return sieve.usable(all);
  }

  private static Identity identity(String name, List<Sample> own, TrainSieve sieve) {
    List<PictureFile> pictures = new ArrayList<>();
    List<Identity.Caption> captions = new ArrayList<>();
    own.sort(BY_MODALITY_AND_NAME);
    for (Sample sample : own) {
      if (sieve.keeps(sample.picture())) {
        pictures.add(sample.picture());
        captions.addAll(sieve.captions(sample.picture().name(), sample.captions()));
      }
    }
    return new Identity(name, pictures, captions);
  }
}
