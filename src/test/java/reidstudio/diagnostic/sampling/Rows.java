package reidstudio.diagnostic.sampling;

import java.util.List;
import java.util.Map;
import reidstudio.batch.HostBatch;
import reidstudio.batch.QueryGroups;
import reidstudio.config.QueryMix;
import reidstudio.data.Item;
import reidstudio.data.Modality;

/** Batches of which only labels and modalities count. */
final class Rows {
  private Rows() {}

  static HostBatch of(List<Item> items) {
    return of(items, List.of());
  }

  static HostBatch of(List<Item> items, List<Item> masked, String... dropped) {
    List<Integer> labels = items.stream().map(Item::label).toList();
    List<Modality> modalities = items.stream().map(Item::modality).toList();
    return new HostBatch(
        labels,
        modalities,
        items.stream().map(Item::name).toList(),
        Map.of(),
        8,
        8,
        List.of(),
        QueryGroups.of(QueryMix.SINGLE_AND_FUSED, labels, modalities),
        masked,
        List.of(dropped),
        0);
  }
}
