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
 */
public record BatchInspection(
    long step,
    int epoch,
    int batch,
    int batches,
    String dataFolder,
    int trainItems,
    List<BatchItem> items,
    Optional<BatchMeasures> measures) {
  public BatchInspection {
    items = List.copyOf(items);
  }

  /** How many items had {@code fate}. */
  public long count(ItemFate fate) {
    return items.stream().filter(item -> item.fate() == fate).count();
  }
}
