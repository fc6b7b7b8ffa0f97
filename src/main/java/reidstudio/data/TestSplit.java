package reidstudio.data;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * People who are never trained on: whom to find, and among whom. Items are {@link Item#UNLABELLED};
 * only raw identities tell who is who.
 *
 * @param gallery pictures of every modality that is searched, one item each
 * @param settings groups of queries, in the annotation file's order
 */
public record TestSplit(List<Entry> gallery, List<Setting> settings) {
  public TestSplit {
    gallery = List.copyOf(gallery);
    settings = List.copyOf(settings);
  }

  /** What an entry of the gallery is there for. */
  public enum Role {
    /** Somebody who may be looked for. */
    PERSON,
    /** In the gallery to be confused with; nobody looks for it. */
    DISTRACTOR,
    /** Neither right nor wrong: left out of every ranking. */
    JUNK
  }

  /**
   * One gallery picture or one query.
   *
   * @param identity raw identity
   * @param camera number of the camera, or {@link #NO_CAMERA}
   * @param items what is shown of the person, for a query in the setting's order
   */
  public record Entry(String identity, int camera, Role role, List<Item> items) {
    /** The camera of entries whose data set tells none, or whose protocol needs none. */
    public static final int NO_CAMERA = 0;

    public Entry {
      items = List.copyOf(items);
    }

    /** A person, taken by nobody knows which camera. */
    public Entry(String identity, List<Item> items) {
      this(identity, NO_CAMERA, Role.PERSON, items);
    }
  }

  /**
   * Queries of one combination.
   *
   * @param name as in the file, for example {@code NIR+TEXT}
   * @param modalities what each query shows; the first is the anchor
   * @param target modality of the gallery pictures that are ranked for them
   */
  public record Setting(
      String name, List<Modality> modalities, Modality target, List<Entry> queries) {
    public Setting {
      modalities = List.copyOf(modalities);
      queries = List.copyOf(queries);
    }

    /** Looked for among visible pictures. */
    public Setting(String name, List<Modality> modalities, List<Entry> queries) {
      this(name, modalities, Modality.VIS, queries);
    }
  }

  /** A folder without test data. */
  public static TestSplit none() {
    return new TestSplit(List.of(), List.of());
  }

  /** Raw identities of the people in gallery and queries, in ascending order. */
  public Set<String> identities() {
    Set<String> all = new TreeSet<>();
    entries()
        .filter(entry -> entry.role() == Role.PERSON)
        .forEach(entry -> all.add(entry.identity()));
    return all;
  }

  /** Gallery, then the queries of each setting. */
  public Stream<Entry> entries() {
    return Stream.concat(
        gallery.stream(), settings.stream().flatMap(setting -> setting.queries().stream()));
  }
}
