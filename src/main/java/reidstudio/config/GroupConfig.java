package reidstudio.config;

/**
 * How the parameters of one role move.
 *
 * @param learningRate peak rate
 * @param weightDecay decay of matrices; vectors (biases, gains) are not decayed
 */
public record GroupConfig(
    @Range(min = 0, max = 10) double learningRate, @Range(min = 0, max = 10) double weightDecay) {
  public GroupConfig {
    new Checks(GroupConfig.class)
        .range("learningRate", learningRate)
        .range("weightDecay", weightDecay)
        .done();
  }
}
