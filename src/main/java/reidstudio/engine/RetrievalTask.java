package reidstudio.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.data.TestSplit;
import reidstudio.metric.protocol.Protocol;

/**
 * A test split by the rules of a protocol, with its items and identities numbered. The settings of
 * ORBench repeat each item up to 16 times; here each has one number, so that it is encoded once.
 *
 * @param protocol the rules
 * @param items every item of gallery and queries
 * @param gallery one entry for each picture that some trial has in its gallery
 * @param settings in the split's order
 * @param identities raw identity of each number
 * @param conduct what was done with junk, cameras and trials, in a sentence
 */
record RetrievalTask(
    Protocol protocol,
    List<Item> items,
    List<Entry> gallery,
    List<Setting> settings,
    List<String> identities,
    String conduct) {

  /**
   * A gallery picture or a query.
   *
   * @param identity number of who is shown
   * @param camera that took it; 0 if that is not known
   * @param items numbers of what is shown; several are fused
   */
  record Entry(int identity, int camera, int[] items) {}

  /**
   * Queries of one combination of modalities.
   *
   * @param name such as {@code nir+text}, the anchor first
   * @param trials for each, the numbers of its gallery's entries
   */
  record Setting(String name, List<Entry> queries, List<int[]> trials) {}

  static RetrievalTask of(TestSplit split, Protocol protocol) {
    GalleryPlan plan = new GalleryPlan(split, protocol);
    Numbering numbering = new Numbering();
    List<Entry> gallery = numbering.entries(plan.gallery());
    boolean severalTargets =
        split.settings().stream().map(TestSplit.Setting::target).distinct().count() > 1;
    List<Setting> settings = new ArrayList<>();
    for (TestSplit.Setting setting : split.settings()) {
      String name =
          setting.modalities().stream().map(Modality::word).collect(Collectors.joining("+"));
      settings.add(
          new Setting(
              severalTargets ? name + ">" + setting.target().word() : name,
              numbering.entries(setting.queries()),
              plan.trials(setting.target())));
    }
    return new RetrievalTask(
        protocol,
        List.copyOf(numbering.items.values()),
        gallery,
        settings,
        List.copyOf(numbering.identities.keySet()),
        plan.conduct());
  }

  /** Queries of all settings. */
  int queries() {
    return settings.stream().mapToInt(setting -> setting.queries().size()).sum();
  }

  /** Whether there is anybody to look for, and somewhere to look. */
  boolean isPossible() {
    return !gallery.isEmpty() && queries() > 0;
  }

  /** Whether every trial of {@code setting} is the whole gallery, in its order. */
  boolean ranksEverything(Setting setting) {
    int[] all = IntStream.range(0, gallery.size()).toArray();
    return protocol.isPlain()
        && setting.trials().stream().allMatch(trial -> java.util.Arrays.equals(trial, all));
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
                      entry.camera(),
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
