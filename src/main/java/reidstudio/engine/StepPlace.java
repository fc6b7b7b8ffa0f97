package reidstudio.engine;

/**
 * Where a step stands in its run.
 *
 * @param epoch counted from 1
 * @param rateFactor of the learning-rate schedule
 * @param share of the batch in its update of the weights
 * @param updates whether the weights move after this batch
 */
record StepPlace(int epoch, double rateFactor, double share, boolean updates) {
  /** A batch that makes an update of its own. */
  static StepPlace alone(int epoch, double rateFactor) {
    return new StepPlace(epoch, rateFactor, 1, true);
  }
}
