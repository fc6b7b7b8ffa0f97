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
    own.sort(BY_MODALITY_AND_NAME);
    for (Sample sample : own) {
      Skipped fault = faults.get(sample.picture().name());
      if (fault != null) {
        log.add(fault);
        continue;
      }
      pictures.add(sample.picture());
      for (int i = 0; i < sample.captions().size(); i++) {
        caption(sample, i, captions);
      }
    }
    return new Identity(name, pictures, captions);
  }

  private void caption(Sample sample, int number, List<Identity.Caption> into) {
    String name = sample.picture().name();
    String text = sample.captions().get(number);
    if (CaptionText.saysSomething(text)) {
      into.add(new Identity.Caption(name, text.strip()));
    } else {
      String which = number == 0 ? name : name + " caption " + (number + 1);
      log.add(SkipReason.EMPTY_CAPTION, which, "");
    }
  }
}
