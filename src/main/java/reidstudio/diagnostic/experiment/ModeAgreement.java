package reidstudio.diagnostic.experiment;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import reidstudio.batch.HostBatch;
import reidstudio.diagnostic.Course;
import reidstudio.diagnostic.Experiment;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.loss.CrossEntropy;

/**
 * Does the model say the same of a batch in training mode, with the batch's own statistics in the
 * neck, and in evaluation mode, with the running ones?
 */
final class ModeAgreement implements Experiment {
  /** Both from TheDeepChecker's switch of mode: similarity of activations, change of the loss. */
  private static final double SIMILAR = 0.75;

  private static final double CHANGE = 0.5;

  /** A change of a loss that is all but 0 is none; our own, as a share of chance. */
  private static final double NO_CHANGE = 0.05;

  private static final int BATCHES = 4;

  /** How much of a batch's statistics goes into the running ones. */
  private static final double MOMENTUM = 0.1;

  /** After so many steps less than a twentieth of the running statistics is their start. */
  private static final int FILLED = 30;

  private final Subject subject;

  ModeAgreement(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "the same batch in training and in evaluation mode";
  }

  @Override
  public Finding run(Course course) {
    double similarity = 0;
    double training = 0;
    double evaluation = 0;
    double shift = 0;
    for (int i = 0; i < BATCHES; i++) {
      course.at(i / (double) BATCHES, "a batch in both modes");
      HostBatch batch = subject.batches().batch(i);
      View train = View.training(subject, batch);
      View test = View.evaluation(subject, batch);
      int rows = batch.rowLabels().length;
      int width = train.neck().length / rows;
      similarity += RowSimilarity.of(train.neck(), test.neck(), rows, width) / BATCHES;
      training += train.losses().crossEntropy() / BATCHES;
      evaluation += test.losses().crossEntropy() / BATCHES;
      shift += train.statistics().map(this::shift).orElse(0.0) / BATCHES;
    }
    FindingBuilder finding =
        new FindingBuilder(Fault.TRAIN_EVAL_DISAGREE)
            .saw(
                "similarity of rows after the neck",
                similarity,
                "at least " + FindingBuilder.number(SIMILAR))
            .abnormalIf(!(similarity >= SIMILAR))
            .saw("cross-entropy in training mode", training, "")
            .saw("cross-entropy in evaluation mode", evaluation, "at most half as much again")
            .abnormalIf(!(evaluation <= (1 + CHANGE) * training))
            .saw("distance of a batch's mean from the running mean, in deviations", shift, "");
    return verdict(finding, similarity, training, evaluation);
  }

  private Finding verdict(
      FindingBuilder finding, double similarity, double training, double evaluation) {
    if (isFresh() && subject.step() < FILLED) {
      return finding.found(
          Severity.INFO,
          "The neck's running statistics are still at their start, as in any fresh model.",
          "Ask again after " + FILLED + " steps; until then both modes cannot agree.");
    }
    if (isFresh()) {
      return finding
          .abnormalIf(true)
          .ruledOut(
              "A fresh model: " + FILLED + " steps replace nearly all of what it starts with.")
          .found(
              Severity.ERROR,
              "The neck's running statistics have never moved, so evaluation does not normalise.",
              "Look for what keeps them from being taken over after a step.");
    }
    double worse = evaluation - training;
    double chance = CrossEntropy.chance(subject.dataset().trainIdentities());
    boolean changed = worse > CHANGE * training && worse > NO_CHANGE * chance;
    // NaN counts as different
    if (similarity >= SIMILAR && !changed && Double.isFinite(evaluation)) {
      return finding.ok("Training and evaluation mode agree about the same batches.");
    }
    finding
        .certainty(Certainty.LIKELY)
        .ruledOut("New people: the batches are of the training set.")
        .ruledOut("Augmentation: both modes see the same pictures.");
    if (subject.step() < FILLED) {
      return finding
          .certainty(Certainty.POSSIBLE)
          .found(
              Severity.INFO,
              "Training and evaluation mode differ, as is usual in the first steps.",
              "Ask again after " + FILLED + " steps; until then both modes cannot agree.");
    }
    return finding.found(
        Severity.ERROR,
        "Training and evaluation mode disagree about the same batches.",
        "Retrieval goes by the running statistics: train on with more rows in a batch, or switch"
            + " model.neck.batchNorm off.");
  }

  /** Nothing has ever been committed: means of 0 and variances of 1. */
  private boolean isFresh() {
    Map<String, NDArray> state = subject.model().state();
    return state.containsKey("bn_neck.bn.running_mean")
        && all(state.get("bn_neck.bn.running_mean").toFloatArray(), 0)
        && all(state.get("bn_neck.bn.running_var").toFloatArray(), 1);
  }

  private static boolean all(float[] values, float wanted) {
    for (float value : values) {
      if (value != wanted) {
        return false;
      }
    }
    return true;
  }

  /** Mean over dimensions of |mean of the batch - running mean| / running deviation. */
  private double shift(View.Statistics next) {
    Map<String, NDArray> state = subject.model().state();
    float[] mean = state.get("bn_neck.bn.running_mean").toFloatArray();
    float[] variance = state.get("bn_neck.bn.running_var").toFloatArray();
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      double step = Math.abs(next.mean()[i] - mean[i]) / MOMENTUM;
      sum += step / Math.sqrt(Math.max(variance[i], 1e-12));
    }
    return sum / mean.length;
  }
}
