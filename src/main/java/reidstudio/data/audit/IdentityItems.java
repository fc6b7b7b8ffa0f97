package reidstudio.data.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import reidstudio.data.Dataset;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.data.TestSplit;

/**
 * A person with all that is shown of them in one split.
 *
 * @param identity as the data set writes it
 * @param isTraining whether of the training split
 * @param items by modality, each once
 * @param counts items of each modality that occurs
 */
public record IdentityItems(
    String identity, boolean isTraining, List<Item> items, Map<Modality, Integer> counts) {
  public IdentityItems {
    items = List.copyOf(items);
    counts = Map.copyOf(counts);
  }

  private static IdentityItems of(String identity, boolean isTraining, List<Item> items) {
    Map<Modality, Integer> counts = new EnumMap<>(Modality.class);
    items.forEach(item -> counts.merge(item.modality(), 1, Integer::sum));
    List<Item> sorted = new ArrayList<>(items);
    sorted.sort(Comparator.comparing(Item::modality));
    return new IdentityItems(identity, isTraining, sorted, counts);
  }

  /** Everybody, those who are trained on first, in the order of their identities. */
  static List<IdentityItems> of(Dataset dataset) {
    List<List<Item>> train = new ArrayList<>();
    dataset.labels().identities().forEach(identity -> train.add(new ArrayList<>()));
    dataset.trainItems().forEach(item -> train.get(item.label()).add(item));
    List<IdentityItems> all = new ArrayList<>();
    for (int label = 0; label < train.size(); label++) {
      all.add(of(dataset.labels().identity(label), true, train.get(label)));
    }
    Map<String, Map<Object, Item>> test = new TreeMap<>();
    dataset
        .test()
        .entries()
        .filter(entry -> entry.role() == TestSplit.Role.PERSON)
        .forEach(
            entry ->
                entry
                    .items()
                    .forEach(
                        item ->
                            test.computeIfAbsent(entry.identity(), i -> new LinkedHashMap<>())
                                .putIfAbsent(key(item), item)));
    test.forEach((identity, items) -> all.add(of(identity, false, List.copyOf(items.values()))));
    return all;
  }

  /** An item may be in the gallery and in the queries of several settings. */
  private static Object key(Item item) {
    return item instanceof Item.Picture picture ? picture.file() : ((Item.Caption) item).text();
  }

  /** Items of {@code modality}; 0 if there is none. */
  public int count(Modality modality) {
    return counts.getOrDefault(modality, 0);
  }

  /** Whether there is a visible and a non-visible item. */
  public boolean isPairable() {
    return count(Modality.VIS) > 0 && items.size() > count(Modality.VIS);
  }
}
