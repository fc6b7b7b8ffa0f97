package reidstudio.diagnostic.rule;

import java.util.Optional;
import java.util.OptionalDouble;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;

/**
 * Does the classifier's weight move? Its Frobenius norm tells: Adam changes every weight by about
 * the rate in each update, so a norm that stays the same to the last digits belongs to a weight
 * that no update reaches, and one that shrinks exactly by decay to one that no gradient reaches.
 */
final class HeadMoves implements Rule {
  /** Updates that a norm must stay the same; three are enough for SageMaker's UnchangedTensor. */
  private static final int UPDATES = 30;

  /** Relative change below which a norm in float32 is the same (UnchangedTensor uses 1e-5). */
  private static final double SAME = 1e-6;

  /** What the rates must be able to change of the weights, relative to them, before that counts. */
  private static final double COULD_MOVE = 0.1;

  /** Deviation of a classifier's weights at the start, for logs that tell no sizes. */
  private static final double START = 0.001;

  /** How exactly shrinking must follow the decay, relative to what decay alone predicts. */
  private static final double DECAY_MATCH = 0.05;

  /** Nats below ln C from which cross-entropy learns, whatever the head does. */
  private static final double LEARNS = 0.4;

  private final Recent ce = new Recent(50);
  private long firstStep;
  private long lastStep;
  private long updates;
  private long lastMove;
  private double firstNorm = Double.NaN;
  private double lastNorm = Double.NaN;
  private double rateSum;
  private double rateSinceMove;
  private double decay;

  @Override
  public void step(StepMetrics step, RunProfile known) {
    ce.add(step.value(MetricKey.CE_LOSS));
    double norm = step.value(MetricKey.NORM_HEAD);
    double rate = step.value(MetricKey.RATE_HEAD);
    if (!Double.isFinite(norm) || !Double.isFinite(rate)) {
      return;
    }
    if (Double.isNaN(firstNorm)) {
      firstNorm = norm;
      firstStep = step.step();
    } else if (Math.abs(norm - lastNorm) > SAME * lastNorm) {
      lastMove = updates;
      rateSinceMove = 0;
    }
    lastNorm = norm;
    lastStep = step.step();
    if (Updates.in(step, known)) {
      updates++;
      rateSum += rate;
      rateSinceMove += rate;
      decay += rate * known.config().map(c -> c.optimizer().head().weightDecay()).orElse(0.0);
    }
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (updates < UPDATES || isOff(known)) {
      return Optional.empty();
    }
    if (rateSum == 0) {
      return Optional.of(rateIsZero());
    }
    if (updates - lastMove >= UPDATES && rateSinceMove > COULD_MOVE * meanWeight(known)) {
      return Optional.of(learnsAllTheSame(known) ? heldFast() : unchanged());
    }
    return shrinksByDecay().isPresent() ? Optional.of(noGradient()) : Optional.empty();
  }

  private static boolean isOff(RunProfile known) {
    return known.config().map(c -> c.loss().ceWeight() == 0).orElse(false);
  }

  private double meanWeight(RunProfile known) {
    if (known.classes().isEmpty() || known.embedding().isEmpty()) {
      return START;
    }
    double weights = (double) known.classes().getAsInt() * known.embedding().getAsInt();
    return lastNorm / Math.sqrt(weights);
  }

  private Finding rateIsZero() {
    return seen(Fault.CLASSIFIER_NOT_IN_OPTIMIZER)
        .saw("sum of the head's learning rates", 0, "above 0")
        .abnormalIf(true)
        .found(
            Severity.ERROR,
            "The classifier's learning rate is 0 in every update.",
            "Set optimizer.head.learningRate above 0.");
  }

  private boolean learnsAllTheSame(RunProfile known) {
    return known.ceChance().isPresent() && ce.median() < known.ceChance().getAsDouble() - LEARNS;
  }

  private Finding heldFast() {
    return seen(Fault.CLASSIFIER_FROZEN)
        .saw("cross-entropy, median of 50 steps", ce.median(), "")
        .found(
            Severity.INFO,
            "No fault: the classifier is held fast, and the encoders learn to fit it.",
            "");
  }

  private Finding unchanged() {
    return seen(Fault.CLASSIFIER_FROZEN)
        .certainty(Certainty.LIKELY)
        .saw("sum of the head's learning rates", rateSum, "")
        .ruledOut("Too small a learning rate: Adam would have changed the norm by now.")
        .found(
            Severity.ERROR,
            "The classifier's weight has not changed in " + (updates - lastMove) + " updates.",
            "Take the classifier out of model.weights.frozen and make sure that the optimizer has"
                + " it; 'check ce' tells which of both it is.");
  }

  /** What decay alone would do to the logarithm of the norm; empty if more or less happened. */
  private OptionalDouble shrinksByDecay() {
    double shrunk = Math.log(firstNorm / lastNorm);
    boolean measurable = decay > 100 * SAME;
    return measurable && Math.abs(shrunk - decay) < DECAY_MATCH * decay
        ? OptionalDouble.of(shrunk)
        : OptionalDouble.empty();
  }

  private Finding noGradient() {
    return seen(Fault.CLASSIFIER_DETACHED)
        .certainty(Certainty.LIKELY)
        .saw("shrinking of its logarithm", Math.log(firstNorm / lastNorm), "")
        .saw("shrinking that weight decay alone gives", decay, "")
        .ruledOut("A frozen classifier: its weight moves, by decay.")
        .found(
            Severity.ERROR,
            "Only weight decay moves the classifier: no gradient reaches it.",
            "Look for a detach between cross-entropy and the classifier.");
  }

  private FindingBuilder seen(Fault fault) {
    return new FindingBuilder(fault)
        .saw("norm of the classifier's weight at first", firstNorm, "")
        .saw("norm of the classifier's weight now", lastNorm, "changes from step to step")
        .abnormalIf(updates - lastMove >= UPDATES)
        .saw("updates seen", updates, "")
        .during(MetricKey.NORM_HEAD, firstStep, lastStep);
  }
}
