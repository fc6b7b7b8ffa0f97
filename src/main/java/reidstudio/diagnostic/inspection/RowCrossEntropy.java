package reidstudio.diagnostic.inspection;

/**
 * Softmax cross-entropy of single rows, straight from the definition: the target is {@code 1 - e +
 * e/C} for the label and {@code e/C} for every other class.
 */
final class RowCrossEntropy {
  private RowCrossEntropy() {}

  /**
   * Of each row.
   *
   * @param logits R x C
   * @param labels R classes
   * @param smoothing e
   */
  static double[] of(float[][] logits, int[] labels, double smoothing) {
    double[] losses = new double[labels.length];
    for (int row = 0; row < losses.length; row++) {
      losses[row] = of(logits[row], labels[row], smoothing);
    }
    return losses;
  }

  private static double of(float[] logits, int label, double smoothing) {
    double largest = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (float logit : logits) {
      largest = Math.max(largest, logit);
      sum += logit;
    }
    double exponentials = 0;
    for (float logit : logits) {
      exponentials += Math.exp(logit - largest);
    }
    double normaliser = largest + Math.log(exponentials);
    double mean = sum / logits.length;
    return normaliser - (1 - smoothing) * logits[label] - smoothing * mean;
  }
}
