package reidstudio.diagnostic.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import reidstudio.batch.HostBatch;
import reidstudio.data.Dataset;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.event.BatchItem;
import reidstudio.event.ItemFate;
import reidstudio.sampler.PairingStatistics;

/**
 * What became of each item of a plan. A batch gathers its rows by modality, in the order of the
 * plan, and leaves out what is masked or cannot be read; so going through the plan in that order
 * finds the row of each item, also of one that was planned twice.
 */
final class ItemFates {
  private final Dataset dataset;
  private final HostBatch batch;
  private final int[] positives;
  private final List<Item> masked;
  private int row;

  ItemFates(Dataset dataset, HostBatch batch) {
    this.dataset = dataset;
    this.batch = batch;
    this.positives = positives(batch);
    this.masked = new ArrayList<>(batch.masked());
  }

  private static int[] positives(HostBatch batch) {
    PairingStatistics pairing = batch.pairing();
    int[] positives = new int[batch.rows()];
    int query = 0;
    int visible = 0;
    for (int i = 0; i < positives.length; i++) {
      positives[i] =
          batch.modalities().get(i) == Modality.VIS
              ? pairing.galleryPositives().get(visible++)
              : pairing.queryPositives().get(query++);
    }
    return positives;
  }

  /** In the order of {@code plan}. */
  List<BatchItem> of(int[] plan) {
    BatchItem[] fates = new BatchItem[plan.length];
    IntStream.range(0, plan.length)
        .boxed()
        .sorted(Comparator.comparing(i -> dataset.trainItems().get(plan[i]).modality()))
        .forEachOrdered(i -> fates[i] = next(dataset.trainItems().get(plan[i])));
    return List.of(fates);
  }

  private BatchItem next(Item item) {
    if (row < batch.rows()
        && batch.modalities().get(row) == item.modality()
        && batch.names().get(row).equals(item.name())) {
      BatchItem found = told(item, ItemFate.ROW, "", row, positives[row]);
      row++;
      return found;
    }
    return masked.remove(item)
        ? told(item, ItemFate.MASKED, "", -1, 0)
        : told(item, ItemFate.UNREADABLE, reason(item), -1, 0);
  }

  private String reason(Item item) {
    String beginning = item.name() + ": ";
    return batch.dropped().stream()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()))
        .findFirst()
        .orElse("");
  }

  private BatchItem told(Item item, ItemFate fate, String reason, int number, int found) {
    return new BatchItem(
        dataset.labels().identity(item.label()),
        item.modality().word(),
        item.name(),
        item instanceof Item.Caption caption ? caption.text() : "",
        fate,
        reason,
        number,
        found);
  }
}
