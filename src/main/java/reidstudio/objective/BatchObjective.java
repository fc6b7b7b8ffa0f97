package reidstudio.objective;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import reidstudio.batch.HostBatch;
import reidstudio.model.Features;
import reidstudio.model.ModelInput;
import reidstudio.model.ReidModel;

/** Model and losses together: from a batch to the scalar that is minimised. */
public final class BatchObjective {
  /**
   * What came of a batch.
   *
   * @param features of the model
   * @param terms of the loss
   */
  public record Outcome(Features features, LossTerms terms) {}

  private final ReidModel model;
  private final LossMix losses;

  /** Puts {@code losses} on top of {@code model}. */
  public BatchObjective(ReidModel model, LossMix losses) {
    this.model = model;
    this.losses = losses;
  }

  /** Training mode: batch statistics in the neck. */
  public Outcome train(HostBatch batch, ModelInput input, int epoch) {
    Features features = model.train(input);
    return new Outcome(features, losses.of(lossInput(batch, features), epoch));
  }

  private LossInput lossInput(HostBatch batch, Features features) {
    return new LossInput(
        features.logits_RxC(),
        batch.rowLabels(),
        rows(features.items_NxD(), batch.rows(false)),
        batch.labels(false),
        rows(features.items_NxD(), batch.rows(true)),
        batch.labels(true),
        features.fused_GxD(),
        batch.groupLabels());
  }

  private Optional<NDArray> rows(NDArray features, int[] rows) {
    if (rows.length == 0) {
      return Optional.empty();
    }
    // Rows are ordered by modality, so visible and other items are two contiguous pieces.
    return Optional.of(features.get(rows[0] + ":" + (rows[rows.length - 1] + 1)));
  }
}
