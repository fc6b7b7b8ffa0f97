package reidstudio.objective;

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
    return outcome(batch, model.train(input), epoch);
  }

  /** Evaluation mode: running statistics in the neck, no dropout. */
  public Outcome evaluate(HostBatch batch, ModelInput input, int epoch) {
    return outcome(batch, model.evaluate(input), epoch);
  }

  private Outcome outcome(HostBatch batch, Features features, int epoch) {
    return new Outcome(features, losses.of(new LossInput(batch, features), epoch));
  }
}
