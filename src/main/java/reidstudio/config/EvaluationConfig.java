package reidstudio.config;

/**
 * When and how a run looks for people that it was not trained with. Has no influence on training,
 * except on which weights are kept as the best.
 *
 * @param everyEpochs epochs between two evaluations, another one follows the last epoch; 0 makes
 *     none at all
 * @param batchSize items that are encoded at once
 */
public record EvaluationConfig(
    @Range(min = 0, max = 100_000) int everyEpochs, @Range(min = 1, max = 4096) int batchSize) {
  public EvaluationConfig {
    new Checks(EvaluationConfig.class)
        .range("everyEpochs", everyEpochs)
        .range("batchSize", batchSize)
        .done();
  }

  /** After every sixth epoch. */
  public static EvaluationConfig defaults() {
    return new EvaluationConfig(6, 64);
  }

  /** Whether an evaluation follows {@code epoch} of {@code epochs}, both counted from 1. */
  public boolean follows(int epoch, int epochs) {
    return everyEpochs > 0 && (epoch % everyEpochs == 0 || epoch == epochs);
  }
}
