package reidstudio.data;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A data folder, read.
 *
 * @param folder absolute path
 * @param layout name of its layout
 * @param trainItems usable training items; the order is by label, then modality, then name
 * @param labels dense label and raw identity
 * @param test people to be found
 * @param report what could not be used
 */
public record Dataset(
    Path folder,
    String layout,
    List<Item> trainItems,
    LabelMap labels,
    TestSplit test,
    DataReport report) {
  public Dataset {
    trainItems = List.copyOf(trainItems);
  }

  /** Training identities C. */
  public int trainIdentities() {
    return labels.size();
  }

  /** Test identities; 0 without a test split. */
  public int testIdentities() {
    return test.identities().size();
  }

  /** Training items of each modality, in the field's order; a modality without items is 0. */
  public Map<Modality, Integer> trainCounts() {
    Map<Modality, Integer> counts = new EnumMap<>(Modality.class);
    for (Modality modality : Modality.values()) {
      counts.put(modality, 0);
    }
    trainItems.forEach(item -> counts.merge(item.modality(), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }

  /** Training identities with a visible and a non-visible item. */
  public int pairableIdentities() {
    BitSet visible = new BitSet();
    BitSet other = new BitSet();
    trainItems.forEach(
        item -> (item.modality() == Modality.VIS ? visible : other).set(item.label()));
    visible.and(other);
    return visible.cardinality();
  }

  /** Captions of the training items, in their order: what a vocabulary is built from. */
  public List<String> trainCaptions() {
    return trainItems.stream()
        .filter(Item.Caption.class::isInstance)
        .map(item -> ((Item.Caption) item).text())
        .toList();
  }
}
