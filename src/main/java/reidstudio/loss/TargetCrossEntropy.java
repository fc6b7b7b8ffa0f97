package reidstudio.loss;

import ai.djl.ndarray.NDArray;
import reidstudio.config.SdmForm;

/** {@code -sum Q log P}: {@link SdmForm#CROSS_ENTROPY}. */
final class TargetCrossEntropy implements SdmDivergence {
  @Override
  public double directionWeight() {
    return 0.5;
  }

  @Override
  public double chance(int positives, int width) {
    return Math.log(width);
  }

  @Override
  public double floor(int positives) {
    return Math.log(positives);
  }

  @Override
  public NDArray of(NDArray logProbability, MatchBlock block) {
    float[] target =
        block.tabulate(
            (positives, validRows, match) ->
                match ? -directionWeight() / ((double) positives * validRows) : 0);
    return logProbability
        .getManager()
        .create(target, logProbability.getShape())
        .mul(logProbability)
        .sum();
  }
}
