package reidstudio.engine;

/**
 * The epoch whose weights are kept as the best ones.
 *
 * @param metric name of the quantity that was compared; the lowest value wins
 * @param value its value
 * @param epoch counted from 1
 */
record BestEpoch(String metric, double value, int epoch) {
  /** Mean total loss of all batches of an epoch, compared as long as nothing better is measured. */
  static final String MEAN_LOSS = "epoch.loss.total.mean";
}
