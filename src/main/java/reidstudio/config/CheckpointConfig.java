package reidstudio.config;

/**
 * When the state of a run is kept. One is always written when a run ends or is stopped.
 *
 * @param everyEpochs epochs between two checkpoints; 0 keeps none on the way
 * @param keep how many of the last ones stay
 * @param best whether the weights of the best epoch stay too: the one with the highest mean mAP
 *     where the run evaluates, else the one with the lowest mean loss
 */
public record CheckpointConfig(
    @Range(min = 0, max = 100_000) int everyEpochs,
    @Range(min = 1, max = 1000) int keep,
    boolean best) {
  public CheckpointConfig {
    new Checks(CheckpointConfig.class).range("everyEpochs", everyEpochs).range("keep", keep).done();
  }

  /** After every fourth epoch, the last two and the best. */
  public static CheckpointConfig defaults() {
    return new CheckpointConfig(4, 2, true);
  }
}
