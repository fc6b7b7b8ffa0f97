package reidstudio.diagnostic.ce;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import reidstudio.batch.HostBatch;
import reidstudio.config.LossConfig;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.probe.Gradients;
import reidstudio.event.MetricKey;
import reidstudio.loss.CrossEntropy;
import reidstudio.objective.BatchObjective.Outcome;
import reidstudio.objective.LossTerm;
import reidstudio.tensor.Scalar;

/**
 * One frozen batch through the real model, backward from cross-entropy alone and from SDM alone, in
 * the epoch of the run in which SDM weighs most. Gradients are set to zero afterwards and the
 * neck's statistics are not committed, so the model is as it was. Measured once, when the first
 * check asks.
 */
final class CeProbe {
  /**
   * What was measured.
   *
   * @param crossEntropy of the batch
   * @param accuracy of the batch, 0 to 1
   * @param largestLogit by magnitude
   * @param meanFeature mean magnitude of a number after the neck
   * @param classifierGradient norm of the classifier's gradient from cross-entropy
   * @param trunkGradientOfCe norm of the encoders' gradient from weighted cross-entropy
   * @param grownTrunkGradientOfCe the same with logits stretched to a deviation of at least 1: what
   *     cross-entropy will pull with once a head that starts near 0 has grown
   * @param sdmWeight what SDM was multiplied with
   * @param trunkGradientOfSdm norm of the encoders' gradient from weighted SDM
   */
  record Measured(
      double crossEntropy,
      double accuracy,
      double largestLogit,
      double meanFeature,
      double classifierGradient,
      double trunkGradientOfCe,
      double grownTrunkGradientOfCe,
      double sdmWeight,
      double trunkGradientOfSdm) {}

  private final Subject subject;
  private final Gradients gradients;
  private Measured measured;

  CeProbe(Subject subject) {
    this.subject = subject;
    this.gradients = new Gradients(subject);
  }

  Measured measured() {
    if (measured == null) {
      measured = measure(subject.batches().batch(0));
    }
    return measured;
  }

  private Measured measure(HostBatch batch) {
    List<NDArray> classifier = List.of(subject.model().classifier());
    try (NDManager scope = subject.pack().manager().newSubManager()) {
      Outcome outcome = gradients.backward(scope, batch, o -> crossEntropy(o).weighted());
      double classifierGradient = gradients.norm(scope, classifier);
      double trunkOfCe = gradients.trunkNorm(scope);
      float[] logits = outcome.features().logits_RxC().toFloatArray();
      float[] neck = outcome.features().neck_RxD().toFloatArray();
      double ce = crossEntropy(outcome).value().getFloat();
      double accuracy = outcome.terms().accuracy().getFloat();
      double grownTrunkOfCe = grownTrunkGradient(scope, batch, deviation(logits));
      LossTerm sdm = outcome.terms().term(MetricKey.SDM_LOSS);
      double trunkOfSdm = 0;
      if (sdm.isMinimised()) {
        gradients.backward(scope, batch, o -> o.terms().term(MetricKey.SDM_LOSS).weighted());
        trunkOfSdm = gradients.trunkNorm(scope);
      }
      return new Measured(
          ce,
          accuracy,
          largest(logits),
          mean(neck),
          classifierGradient,
          trunkOfCe,
          grownTrunkOfCe,
          sdm.weight(),
          trunkOfSdm);
    } finally {
      gradients.forget();
    }
  }

  private static LossTerm crossEntropy(Outcome outcome) {
    return outcome.terms().term(MetricKey.CE_LOSS);
  }

  private double grownTrunkGradient(NDManager scope, HostBatch batch, double deviation) {
    double stretch = Math.max(1, 1 / Math.max(deviation, 1e-6));
    LossConfig config = subject.config().loss();
    CrossEntropy crossEntropy = new CrossEntropy(config.labelSmoothing());
    gradients.backward(
        scope,
        batch,
        o ->
            weighted(
                crossEntropy
                    .of(
                        weighted(o.features().logits_RxC(), stretch),
                        batch.rowLabels(),
                        batch.queries().rowWeights())
                    .loss(),
                config.ceWeight()));
    return gradients.trunkNorm(scope);
  }

  private static NDArray weighted(NDArray array, double factor) {
    return array.mul(Scalar.of(array, factor));
  }

  /** Root mean square of logits about their mean over all. */
  private static double deviation(float[] values) {
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += value * (double) value;
    }
    double mean = sum / values.length;
    return Math.sqrt(Math.max(0, squares / values.length - mean * mean));
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += Math.abs(value);
    }
    return sum / values.length;
  }
}
