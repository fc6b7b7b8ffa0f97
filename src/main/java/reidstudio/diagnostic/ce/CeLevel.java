package reidstudio.diagnostic.ce;

import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.loss.CrossEntropy;

/** Where does cross-entropy stand between chance and its floor? */
final class CeLevel implements Check {
  /** Steps after which a head with a sensible learning rate has left chance. */
  /** How far from ln C a fresh model may be, in nats. */
  private static final double FRESH = 0.5;

  private static final int STEPS_TO_LEAVE_CHANCE = 300;

  private static final double MARGIN = 0.05;

  private final Subject subject;
  private final CeProbe probe;

  CeLevel(Subject subject, CeProbe probe) {
    this.subject = subject;
    this.probe = probe;
  }

  @Override
  public String doing() {
    return "cross-entropy of a batch against chance";
  }

  private boolean isAbnormal(double crossEntropy, double chance) {
    if (subject.step() == 0) {
      return !(Math.abs(crossEntropy - chance) < FRESH);
    }
    return !Double.isFinite(crossEntropy)
        || (subject.step() >= STEPS_TO_LEAVE_CHANCE && crossEntropy > chance - MARGIN);
  }

  @Override
  public Finding run() {
    int classes = subject.dataset().trainIdentities();
    double chance = CrossEntropy.chance(classes);
    double floor = CrossEntropy.floor(classes, subject.config().loss().labelSmoothing());
    CeProbe.Measured seen = probe.measured();
    FindingBuilder finding =
        new FindingBuilder("ce.at-chance")
            .saw("optimizer steps made", Long.toString(subject.step()), "")
            .saw(
                "cross-entropy of one batch",
                seen.crossEntropy(),
                "ln " + classes + " = " + FindingBuilder.number(chance) + " at the start")
            .abnormalIf(isAbnormal(seen.crossEntropy(), chance))
            .saw("smallest possible value", floor, "")
            .saw(
                "accuracy on that batch",
                seen.accuracy(),
                FindingBuilder.number(1.0 / classes) + " is chance");
    if (!Double.isFinite(seen.crossEntropy())) {
      double rate = subject.config().optimizer().encoder().learningRate();
      return finding
          .tryChange("optimizer.encoder.learningRate", FindingBuilder.number(rate / 10))
          .found(
              Severity.ERROR,
              "Cross-entropy is not finite.",
              "Lower the learning rates, then look for damaged pictures with 'dataset verify'.");
    }
    if (subject.step() == 0) {
      return Math.abs(seen.crossEntropy() - chance) < FRESH
          ? finding.ok("A fresh model starts at chance, as it must.")
          : finding.found(
              Severity.WARNING,
              "A fresh model should start at chance and does not.",
              "Look at the logit scale below: the classifier starts too large.");
    }
    if (seen.crossEntropy() > chance - MARGIN) {
      return subject.step() >= STEPS_TO_LEAVE_CHANCE
          ? finding
              .ruledOut(
                  "Not the first steps: a sensible rate leaves chance within "
                      + STEPS_TO_LEAVE_CHANCE
                      + " of them.")
              .found(
                  Severity.ERROR,
                  "After " + subject.step() + " steps cross-entropy is still at chance.",
                  "The checks below say which part does not learn.")
          : finding.found(
              Severity.INFO,
              "Cross-entropy is at chance; that is normal in the first steps.",
              "Look again after " + STEPS_TO_LEAVE_CHANCE + " steps.");
    }
    return finding.ok("Cross-entropy has left chance: the head learns.");
  }
}
