package reidstudio.data.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import reidstudio.data.Dataset;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.data.TestSplit;

/**
 * How many items a part of a data set has.
 *
 * @param split {@code train}, {@code gallery} or {@code query}
 * @param identities people in it
 * @param modalities of each modality that occurs
 */
public record SplitCounts(String split, int identities, Map<Modality, Spread> modalities) {
  /**
   * Items of one modality and how they are spread over the people who have one.
   *
   * @param fewest items of a person
   * @param most items of a person
   */
  public record Spread(int items, int identities, int fewest, int most) {}

  /** Of the training split, the gallery and all queries, an item of several settings once. */
  static List<SplitCounts> of(Dataset dataset) {
    List<SplitCounts> all = new ArrayList<>();
    Tally train = new Tally();
    dataset.trainItems().forEach(i -> train.add(dataset.labels().identity(i.label()), i));
    all.add(train.counts("train"));
    TestSplit test = dataset.test();
    if (!test.gallery().isEmpty()) {
      Tally gallery = new Tally();
      test.gallery().stream().filter(SplitCounts::isPerson).forEach(gallery::add);
      all.add(gallery.counts("gallery"));
    }
    if (!test.settings().isEmpty()) {
      Tally queries = new Tally();
      test.settings().forEach(setting -> setting.queries().forEach(queries::add));
      all.add(queries.counts("query"));
    }
    return all;
  }

  private static boolean isPerson(TestSplit.Entry entry) {
    return entry.role() == TestSplit.Role.PERSON;
  }

  private static final class Tally {
    private final Map<Modality, Map<String, Integer>> items = new EnumMap<>(Modality.class);
    private final Set<String> people = new TreeSet<>();
    private final Set<Object> seen = new LinkedHashSet<>();

    void add(TestSplit.Entry entry) {
      for (Item item : entry.items()) {
        Object key =
            item instanceof Item.Picture picture
                ? picture.file()
                : List.of(entry.identity(), ((Item.Caption) item).text());
        if (seen.add(key)) {
          add(entry.identity(), item);
        }
      }
    }

    void add(String identity, Item item) {
      people.add(identity);
      items.computeIfAbsent(item.modality(), m -> new HashMap<>()).merge(identity, 1, Integer::sum);
    }

    SplitCounts counts(String split) {
      Map<Modality, Spread> spreads = new EnumMap<>(Modality.class);
      items.forEach(
          (modality, each) -> {
            var statistics = each.values().stream().mapToInt(Integer::intValue).summaryStatistics();
            spreads.put(
                modality,
                new Spread(
                    (int) statistics.getSum(),
                    each.size(),
                    statistics.getMin(),
                    statistics.getMax()));
          });
      return new SplitCounts(split, people.size(), spreads);
    }
  }
}
