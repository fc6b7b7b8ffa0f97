package reidstudio.event;

import java.util.List;
import java.util.Optional;

/**
 * The batch of a step, looked into.
 *
 * @param step counted from 1 over the whole run
 * @param epoch counted from 1
 * @param batch counted from 1 within the epoch
 * @param batches of an epoch
 * @param dataFolder where pictures lie
 * @param trainItems of the data as they are now, of which the batch was planned
 * @param items in the order of the plan
 * @param measures empty where no model is in memory
 * @param unusable one sentence on why the model of a stored run could not be used; empty if none
 *     was wanted, or all is well
 */
public record BatchInspection(
    long step,
    int epoch,
    int batch,
    int batches,
    String dataFolder,
    int trainItems,
    List<BatchItem> items,
    Optional<BatchMeasures> measures,
    String unusable) {
  public BatchInspection {
    items = List.copyOf(items);
  }

  /** The same, with what stands in the way of the model. */
  public BatchInspection withUnusable(String sentence) {
    return new BatchInspection(
        step, epoch, batch, batches, dataFolder, trainItems, items, measures, sentence);
  }

  /** How many items had {@code fate}. */
  public long count(ItemFate fate) {
    return items.stream().filter(item -> item.fate() == fate).count();
  }
}
