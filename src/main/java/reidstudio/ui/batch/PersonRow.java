package reidstudio.ui.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reidstudio.event.BatchInspection;
import reidstudio.event.BatchItem;
import reidstudio.event.FusedLoss;

/**
 * A person in a batch.
 *
 * @param identity as the data folder calls the person
 * @param items by modality, those of a modality in the order of the plan
 * @param fused losses of the queries that are fused of the person's items
 */
record PersonRow(String identity, Map<String, List<BatchItem>> items, List<FusedLoss> fused) {
  private static final List<String> ORDER = List.of("vis", "nir", "cp", "sk", "text");

  /** Everyone in {@code batch}, in the order of the plan. */
  static List<PersonRow> of(BatchInspection batch) {
    Map<String, Map<String, List<BatchItem>>> people = new LinkedHashMap<>();
    for (BatchItem item : batch.items()) {
      people
          .computeIfAbsent(item.identity(), person -> new LinkedHashMap<>())
          .computeIfAbsent(item.modality(), modality -> new ArrayList<>())
          .add(item);
    }
    List<PersonRow> rows = new ArrayList<>();
    people.forEach(
        (identity, items) -> rows.add(new PersonRow(identity, items, fused(batch, items))));
    return rows;
  }

  /** The modalities that occur in {@code batch}, in the field's order. */
  static List<String> modalities(BatchInspection batch) {
    return ORDER.stream()
        .filter(word -> batch.items().stream().anyMatch(item -> item.modality().equals(word)))
        .toList();
  }

  private static List<FusedLoss> fused(BatchInspection batch, Map<String, List<BatchItem>> items) {
    List<Integer> rows = items.values().stream().flatMap(List::stream).map(BatchItem::row).toList();
    return batch.measures().stream()
        .flatMap(measures -> measures.fused().stream())
        .filter(fused -> rows.contains(fused.rows().get(0)))
        .toList();
  }

  /** How many items of {@code modality} there are. */
  int count(String modality) {
    return items.getOrDefault(modality, List.of()).size();
  }

  /** All items. */
  Stream<BatchItem> all() {
    return items.values().stream().flatMap(List::stream);
  }
}
