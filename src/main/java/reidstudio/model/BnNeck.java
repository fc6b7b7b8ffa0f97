package reidstudio.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/**
 * Batch normalisation between the feature that is compared and the classifier (Luo et al. 2019).
 */
public final class BnNeck {
  private final OperatorPack pack;
  private final NDArray gamma;
  private final NDArray beta;
  private final NDArray runningMean;
  private final NDArray runningVariance;

  BnNeck(OperatorPack pack, ParameterFactory make, int embedding) {
    this.pack = pack;
    gamma = make.constant("bn_neck.bn.weight", Role.HEAD, 1, embedding);
    beta = make.constant("bn_neck.bn.bias", Role.HEAD, 0, embedding);
    NDManager manager = make.manager();
    runningMean = manager.zeros(new Shape(embedding));
    runningVariance = manager.ones(new Shape(embedding));
  }

  /**
   * Normalises [B, D] by the batch's own statistics and updates the running ones.
   *
   * @throws IllegalArgumentException for a single row, whose variance does not exist
   */
  NDArray train(NDArray features_BxD) {
    if (features_BxD.getShape().get(0) < 2) {
      throw new IllegalArgumentException(
          "batch normalisation needs at least 2 rows in training, the batch has "
              + features_BxD.getShape().get(0));
    }
    return pack.graph("batch_norm_train", features_BxD, gamma, beta, runningMean, runningVariance);
  }

  /** Normalises [B, D] by the running statistics. */
  NDArray evaluate(NDArray features_BxD) {
    return pack.graph("batch_norm_eval", features_BxD, gamma, beta, runningMean, runningVariance);
  }

  /**
   * The norm that a row has on average after normalisation: sqrt(sum(gamma^2 + beta^2)), a scalar.
   * With gamma 1 and beta 0 that is sqrt(D): 22.6 for 512 dimensions.
   */
  public NDArray expectedNorm() {
    NDArray g = gamma.stopGradient();
    NDArray b = beta.stopGradient();
    return g.mul(g).add(b.mul(b)).sum().sqrt();
  }

  /** Running mean [D], for weight files and state fingerprints. */
  public NDArray runningMean() {
    return runningMean;
  }

  /** Running variance [D]. */
  public NDArray runningVariance() {
    return runningVariance;
  }
}
