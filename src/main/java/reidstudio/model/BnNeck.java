package reidstudio.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/**
 * Batch normalisation between the feature that is compared and the classifier (Luo et al. 2019).
 */
public final class BnNeck {
  /**
   * Running statistics after a batch, not yet taken over.
   *
   * @param mean [D]
   * @param variance [D], with the unbiased batch variance mixed in
   */
  public record Statistics(NDArray mean, NDArray variance) {}

  /** Normalised rows [B, D], and the statistics to commit if they came from the batch. */
  record Normalised(NDArray rows, Optional<Statistics> statistics) {
    /** Rows that no neck has touched. */
    static Normalised of(NDArray rows) {
      return new Normalised(rows, Optional.empty());
    }
  }

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
   * Normalises [B, D] by the batch's own statistics. The running ones move only when they are
   * {@link #commit committed}: a step that is not applied, or a diagnosis, leaves no trace in them.
   *
   * @throws IllegalArgumentException for a single row, whose variance does not exist
   */
  Normalised train(NDArray features_BxD) {
    if (features_BxD.getShape().get(0) < 2) {
      throw new IllegalArgumentException(
          "batch normalisation needs at least 2 rows in training, the batch has "
              + features_BxD.getShape().get(0));
    }
    NDManager owner = features_BxD.getManager();
    NDArray mean = copy(runningMean, owner);
    NDArray variance = copy(runningVariance, owner);
    NDArray rows = pack.graph("batch_norm_train", features_BxD, gamma, beta, mean, variance);
    return new Normalised(rows, Optional.of(new Statistics(mean, variance)));
  }

  private static NDArray copy(NDArray array, NDManager owner) {
    NDArray copy = array.duplicate();
    copy.attach(owner);
    return copy;
  }

  /** Takes over the running statistics of a step that is applied. */
  public void commit(Statistics next) {
    next.mean().copyTo(runningMean);
    next.variance().copyTo(runningVariance);
  }

  /** Normalises [B, D] by the running statistics. */
  Normalised evaluate(NDArray features_BxD) {
    NDArray rows =
        pack.graph("batch_norm_eval", features_BxD, gamma, beta, runningMean, runningVariance);
    return new Normalised(rows, Optional.empty());
  }

  /**
   * The norm that a row has on average after normalisation: sqrt(sum(gamma^2 + beta^2)), a scalar.
   * With gamma 1 and beta 0 that is sqrt(D): 22.6 for 512 dimensions.
   */
  public NDArray expectedNorm(NDManager owner) {
    return pack.compute(owner, "affine_norm", gamma, beta);
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
