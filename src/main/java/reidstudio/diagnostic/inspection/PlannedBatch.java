package reidstudio.diagnostic.inspection;

import java.util.Optional;
import reidstudio.batch.HostBatch;
import reidstudio.data.Dataset;
import reidstudio.event.BatchInspection;
import reidstudio.event.BatchMeasures;

/**
 * The batch of a step, as it was or will be trained.
 *
 * @param step counted from 1 over the whole run
 * @param epoch counted from 1
 * @param number within the epoch, counted from 0
 * @param batches of an epoch
 * @param plan indices into the training items
 * @param batch what was made of them
 */
public record PlannedBatch(
    long step, int epoch, int number, int batches, int[] plan, HostBatch batch) {

  /** In plain numbers and words, with what was measured. */
  public BatchInspection inspection(Dataset dataset, Optional<BatchMeasures> measures) {
    return new BatchInspection(
        step,
        epoch,
        number + 1,
        batches,
        dataset.folder().toString(),
        dataset.trainItems().size(),
        new ItemFates(dataset, batch).of(plan),
        measures,
        "");
  }
}
