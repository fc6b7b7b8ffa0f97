package reidstudio.config;

/**
 * AdamW with a learning rate for each group of parameters, linear warm-up and cosine decay.
 *
 * @param encoderLearningRate peak rate of patch embeddings, encoders and fusion
 * @param headLearningRate peak rate of the neck and the classifier
 * @param weightDecay decoupled weight decay of matrices; vectors are not decayed
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added to the root of the second moment
 * @param warmupShare share of all steps over which the rate rises from near 0
 * @param finalFactor factor of the peak rate at the last step
 * @param clipNorm largest norm of all gradients together; 0 switches clipping off
 */
public record OptimizerConfig(
    double encoderLearningRate,
    double headLearningRate,
    double weightDecay,
    double beta1,
    double beta2,
    double epsilon,
    double warmupShare,
    double finalFactor,
    double clipNorm) {
  public OptimizerConfig {
    new Checks()
        .range("encoderLearningRate", encoderLearningRate, 0, 10)
        .range("headLearningRate", headLearningRate, 0, 10)
        .range("weightDecay", weightDecay, 0, 10)
        .range("beta1", beta1, 0, 0.9999)
        .range("beta2", beta2, 0, 0.999999)
        .range("epsilon", epsilon, 1e-12, 1)
        .range("warmupShare", warmupShare, 0, 1)
        .range("finalFactor", finalFactor, 0, 1)
        .range("clipNorm", clipNorm, 0, 1e6)
        .done();
  }

  /** Rates for a model that starts from random weights. */
  public static OptimizerConfig defaults() {
    return new OptimizerConfig(5e-4, 3e-3, 1e-2, 0.9, 0.999, 1e-8, 0.05, 0.01, 5.0);
  }
}
