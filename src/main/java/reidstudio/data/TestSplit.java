package reidstudio.data;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * People who are never trained on: whom to find, and among whom. Items are {@link Item#UNLABELLED};
 * only raw identities tell who is who.
 *
 * @param gallery visible pictures, one item each
 * @param settings groups of queries, in the annotation file's order
 */
public record TestSplit(List<Entry> gallery, List<Setting> settings) {
  public TestSplit {
    gallery = List.copyOf(gallery);
    settings = List.copyOf(settings);
  }

  /**
   * One gallery picture or one query.
   *
   * @param identity raw identity
   * @param items what is shown of the person, for a query in the setting's order
   */
  public record Entry(String identity, List<Item> items) {
    public Entry {
      items = List.copyOf(items);
    }
  }

  /**
   * Queries of one combination.
   *
   * @param name as in the file, for example {@code NIR+TEXT}
   * @param modalities what each query shows; the first is the anchor
   */
  public record Setting(String name, List<Modality> modalities, List<Entry> queries) {
    public Setting {
      modalities = List.copyOf(modalities);
      queries = List.copyOf(queries);
    }
  }

  /** A folder without test data. */
  public static TestSplit none() {
    return new TestSplit(List.of(), List.of());
  }

  /** Raw identities of the gallery and the queries, in ascending order. */
  public Set<String> identities() {
    Set<String> all = new TreeSet<>();
    gallery.forEach(entry -> all.add(entry.identity()));
    settings.forEach(setting -> setting.queries().forEach(query -> all.add(query.identity())));
    return all;
  }
}
