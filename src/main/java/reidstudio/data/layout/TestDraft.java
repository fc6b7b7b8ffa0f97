package reidstudio.data.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;
import reidstudio.data.Skipped;
import reidstudio.data.TestSplit;

/** The test split of a layout as its reader meets it; an entry counts whole or not at all. */
final class TestDraft {
  private record Queries(List<Modality> modalities, Modality target, List<Sighting> sightings) {}

  private final SkipLog log;
  private final List<Sighting> gallery = new ArrayList<>();
  private final Map<String, Queries> settings = new TreeMap<>();
  private final List<String> order = new ArrayList<>();
  private final Map<String, Item> items = new HashMap<>();

  TestDraft(SkipLog log) {
    this.log = log;
  }

  /** Somebody who can be found. */
  TestDraft gallery(Sighting sighting) {
    gallery.add(sighting);
    return this;
  }

  /**
   * A query of a setting.
   *
   * @param target modality of the pictures that it is looked for in
   */
  TestDraft query(String setting, Modality target, Sighting sighting) {
    if (!settings.containsKey(setting)) {
      order.add(setting);
      List<Modality> modalities = sighting.shown().stream().map(Shown::modality).toList();
      settings.put(setting, new Queries(modalities, target, new ArrayList<>()));
    }
    settings.get(setting).sightings.add(sighting);
    return this;
  }

  private Stream<Sighting> sightings() {
    return Stream.concat(
        gallery.stream(), settings.values().stream().flatMap(q -> q.sightings.stream()));
  }

  /** Every picture of the split once, to be looked at. */
  Collection<PictureFile> pictures() {
    Map<String, PictureFile> all = new TreeMap<>();
    sightings()
        .flatMap(sighting -> sighting.shown().stream())
        .filter(Shown.Photo.class::isInstance)
        .map(shown -> ((Shown.Photo) shown).picture())
        .forEach(picture -> all.put(picture.name(), picture));
    return all.values();
  }

  /**
   * Builds the split.
   *
   * @param faults pictures that cannot be used, by name
   * @param trained identities that are trained on, and so cannot be tested on
   * @param trainedPictures names of their pictures
   */
  TestSplit build(Map<String, Skipped> faults, Set<String> trained, Set<String> trainedPictures) {
    Set<String> shared = shared(trained, trainedPictures);
    List<TestSplit.Setting> built = new ArrayList<>();
    for (String name : order) {
      Queries queries = settings.get(name);
      built.add(
          new TestSplit.Setting(
              name,
              queries.modalities,
              queries.target,
              entries(queries.sightings, faults, shared)));
    }
    return new TestSplit(entries(gallery, faults, shared), built);
  }

  private Set<String> shared(Set<String> trained, Set<String> trainedPictures) {
    Set<String> shared = new TreeSet<>();
    sightings()
        .filter(sighting -> sighting.role() == TestSplit.Role.PERSON)
        .filter(sighting -> !shared.contains(sighting.identity()))
        .filter(
            sighting ->
                trained.contains(sighting.identity())
                    || sighting.shown().stream()
                        .anyMatch(
                            shown ->
                                shown instanceof Shown.Photo photo
                                    && trainedPictures.contains(photo.picture().name())))
        .forEach(sighting -> shared.add(sighting.identity()));
    shared.forEach(identity -> log.add(SkipReason.SPLIT_OVERLAP, "test identity " + identity, ""));
    return shared;
  }

  private List<TestSplit.Entry> entries(
      List<Sighting> sightings, Map<String, Skipped> faults, Set<String> shared) {
    List<TestSplit.Entry> entries = new ArrayList<>();
    for (Sighting sighting : sightings) {
      if (sighting.role() == TestSplit.Role.PERSON && shared.contains(sighting.identity())) {
        continue;
      }
      List<Item> shown = new ArrayList<>();
      Set<Skipped> lost = new HashSet<>();
      for (Shown part : sighting.shown()) {
        try {
          shown.add(item(part, faults));
        } catch (UnusableException e) {
          lost.add(e.skipped());
        }
      }
      lost.forEach(log::add);
      if (lost.isEmpty()) {
        entries.add(
            new TestSplit.Entry(sighting.identity(), sighting.camera(), sighting.role(), shown));
      }
    }
    return entries;
  }

  private Item item(Shown shown, Map<String, Skipped> faults) throws UnusableException {
    if (shown instanceof Shown.Words words) {
      if (!CaptionText.saysSomething(words.text())) {
        throw new UnusableException(SkipReason.EMPTY_CAPTION, words.name(), "");
      }
      return new Item.Caption(Item.UNLABELLED, words.text().strip(), words.name());
    }
    PictureFile picture = ((Shown.Photo) shown).picture();
    Skipped fault = faults.get(picture.name());
    if (fault != null) {
      throw new UnusableException(fault);
    }
    return items.computeIfAbsent(
        picture.name(),
        name -> new Item.Picture(Item.UNLABELLED, picture.modality(), picture.file(), name));
  }
}
