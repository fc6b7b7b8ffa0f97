package reidstudio.config;

/**
 * How the parameters of one role move.
 *
 * @param learningRate peak rate
 * @param weightDecay decay of matrices; vectors (biases, gains) are not decayed
 */
public record GroupConfig(double learningRate, double weightDecay) {
  public GroupConfig {
    new Checks()
        .range("learningRate", learningRate, 0, 10)
        .range("weightDecay", weightDecay, 0, 10)
        .done();
  }
}
