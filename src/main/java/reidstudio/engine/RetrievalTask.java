package reidstudio.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.data.TestSplit;

/**
 * A test split with its items and identities numbered. The settings of ORBench repeat each item up
 * to 16 times; here each has one number, so that it is encoded once.
 *
 * @param items every item of gallery and queries
 * @param gallery one entry for each gallery picture
 * @param settings in the split's order
 * @param identities raw identity of each number
 */
record RetrievalTask(
    List<Item> items, List<Entry> gallery, List<Setting> settings, List<String> identities) {

  /**
   * A gallery picture or a query.
   *
   * @param identity number of who is shown
   * @param items numbers of what is shown; several are fused
   */
  record Entry(int identity, int[] items) {}

  /**
   * Queries of one combination of modalities.
   *
   * @param name such as {@code nir+text}, the anchor first
   */
  record Setting(String name, List<Entry> queries) {}

  static RetrievalTask of(TestSplit split) {
    Numbering numbering = new Numbering();
    List<Entry> gallery = numbering.entries(split.gallery());
    List<Setting> settings = new ArrayList<>();
    for (TestSplit.Setting setting : split.settings()) {
      List<String> words = setting.modalities().stream().map(Modality::word).toList();
      settings.add(new Setting(String.join("+", words), numbering.entries(setting.queries())));
    }
    return new RetrievalTask(
        List.copyOf(numbering.items.values()),
        gallery,
        settings,
        List.copyOf(numbering.identities.keySet()));
  }

  /** Queries of all settings. */
  int queries() {
    return settings.stream().mapToInt(setting -> setting.queries().size()).sum();
  }

  /** Whether there is anybody to look for, and somewhere to look. */
  boolean isPossible() {
    return !gallery.isEmpty() && queries() > 0;
  }

  private static final class Numbering {
    private final Map<Object, Item> items = new LinkedHashMap<>();
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> identities = new LinkedHashMap<>();

    List<Entry> entries(List<TestSplit.Entry> entries) {
      return entries.stream()
          .map(
              entry ->
                  new Entry(
                      number(entry.identity()),
                      entry.items().stream().mapToInt(this::number).toArray()))
          .toList();
    }

    private int number(String identity) {
      return identities.computeIfAbsent(identity, i -> identities.size());
    }

    private int number(Item item) {
      // a caption is named after the list that it stands in, so its words tell which it is
      Object key =
          item instanceof Item.Picture picture ? picture.file() : ((Item.Caption) item).text();
      items.putIfAbsent(key, item);
      return numbers.computeIfAbsent(key, i -> numbers.size());
    }
  }
}
