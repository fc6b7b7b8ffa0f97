package reidstudio.objective;

import ai.djl.ndarray.NDArray;
import reidstudio.config.RunConfig;
import reidstudio.model.Features;

/** SDM whose gradient comes back with the wrong sign; its value is right. */
public final class ReversedMatching extends Matching {
  /** As {@code config} has it but for the sign. */
  public ReversedMatching(RunConfig config) {
    super(config.loss().sdm(), config.epochs());
  }

  @Override
  Matched of(LossInput in, int epoch) {
    Features seen = in.features();
    Features reversed =
        new Features(
            reversed(seen.items_NxD()),
            seen.fused_GxD().map(ReversedMatching::reversed),
            seen.neck_RxD(),
            seen.logits_RxC(),
            seen.statistics());
    return super.of(new LossInput(in.batch(), reversed), epoch);
  }

  /** 2x - x, the first of them cut off from the graph. */
  private static NDArray reversed(NDArray x) {
    NDArray fixed = x.stopGradient();
    return fixed.add(fixed).sub(x);
  }
}
