package reidstudio.diagnostic.ce;

import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.diagnostic.probe.FrozenModel;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Are the logits probabilities already? Softmax of them can prefer the right class by a factor of e
 * at most, so that cross-entropy stops at {@code ln(1 + (C-1)/e)}.
 */
final class SoftmaxTwice implements Check {
  private static final double ROUNDING = 1e-3;

  private final FrozenModel model;

  SoftmaxTwice(FrozenModel model) {
    this.model = model;
  }

  @Override
  public String doing() {
    return "logits that are probabilities already";
  }

  @Override
  public Finding run() {
    return finding(model.snapshot(0).logits());
  }

  /** What there is to say of logits, [R, C]. */
  static Finding finding(float[][] logits) {
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    double offOne = 0;
    for (float[] row : logits) {
      double sum = 0;
      for (float logit : row) {
        smallest = Math.min(smallest, logit);
        largest = Math.max(largest, logit);
        sum += logit;
      }
      offOne = Math.max(offOne, Math.abs(sum - 1));
    }
    int classes = logits.length == 0 ? 1 : logits[0].length;
    FindingBuilder finding =
        new FindingBuilder(Fault.SOFTMAX_TWICE)
            .saw("smallest logit", smallest, "below 0 in some row")
            .saw("largest logit of all rows", largest, "")
            .saw("largest distance of a row's sum from 1", offOne, "above 0.001")
            .saw(
                "smallest cross-entropy if softmax comes twice",
                Math.log1p((classes - 1) * Math.exp(-1)),
                "");
    if (classes > 1 && smallest >= 0 && largest <= 1 + ROUNDING && offOne < ROUNDING) {
      return finding
          .ruledOut("Not small logits by chance: every row of them sums to 1.")
          .found(
              Severity.ERROR,
              "Softmax is applied twice: what the loss takes for logits are probabilities.",
              "Hand the loss the classifier's scores without softmax.");
    }
    return finding.ok("Logits are scores, not probabilities.");
  }
}
