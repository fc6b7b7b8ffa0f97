package reidstudio.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import reidstudio.config.SdmForm;

/**
 * {@code KL(P || Q) = sum P (log P - log(Q + 1e-8))}: {@link SdmForm#KL_DIVERGENCE}. The guard
 * makes each unit of mass on a negative cost about 18.4.
 */
final class ModelDivergence implements SdmDivergence {
  private static final double EPSILON = 1e-8;
  private static final double LOG_EPSILON = Math.log(EPSILON);

  @Override
  public double directionWeight() {
    return 1;
  }

  @Override
  public double chance(int positives, int width) {
    double mass = (double) positives / width;
    return -Math.log(width) - mass * logTarget(positives) - (1 - mass) * LOG_EPSILON;
  }

  /** Zero up to the guard, which lets the value sink by about {@code width * 1e-8}. */
  @Override
  public double floor(int positives) {
    return 0;
  }

  @Override
  public NDArray of(NDArray logProbability, MatchBlock block) {
    NDManager manager = logProbability.getManager();
    Shape shape = logProbability.getShape();
    float[] logTarget =
        block.tabulate((positives, validRows, match) -> match ? logTarget(positives) : LOG_EPSILON);
    float[] rowWeight =
        block.tabulate((positives, validRows, match) -> directionWeight() / validRows);
    return logProbability
        .sub(manager.create(logTarget, shape))
        .mul(logProbability.exp())
        .mul(manager.create(rowWeight, shape))
        .sum();
  }

  private static double logTarget(int positives) {
    return Math.log(1.0 / positives + EPSILON);
  }
}
