package reidstudio.config;

/**
 * What stands between a feature and its class scores.
 *
 * @param batchNorm whether features are normalised over the batch (BNNeck)
 * @param scale length that rows get before the classifier; 0 leaves them as they are
 * @param dropout share of numbers that are dropped before the classifier in training
 * @param bias whether the classifier has a bias
 */
public record NeckConfig(
    boolean batchNorm,
    @Range(min = 0, max = 1000) double scale,
    @Range(min = 0, max = 0.95) double dropout,
    boolean bias) {
  public NeckConfig {
    new Checks(NeckConfig.class).range("scale", scale).range("dropout", dropout).done();
  }

  /** Batch normalisation and a classifier without bias. */
  public static NeckConfig defaults() {
    return new NeckConfig(true, 0, 0, false);
  }
}
