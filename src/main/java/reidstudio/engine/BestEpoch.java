package reidstudio.engine;

/**
 * The epoch whose weights are kept as the best ones.
 *
 * @param metric name of the quantity that was compared
 * @param value its value
 * @param epoch counted from 1
 */
record BestEpoch(String metric, double value, int epoch) {
  /** Mean total loss of all batches of an epoch, compared as long as nothing better is measured. */
  static final String MEAN_LOSS = "epoch.loss.total.mean";

  /** Mean mAP of all settings of the evaluation after an epoch. */
  static final String MEAN_MAP = "eval.map.mean";

  /** A measured mAP beats every loss; otherwise the lower loss or the higher mAP wins. */
  boolean beats(BestEpoch other) {
    if (!metric.equals(other.metric)) {
      return metric.equals(MEAN_MAP);
    }
    return metric.equals(MEAN_MAP) ? value > other.value : value < other.value;
  }
}
