package reidstudio.diagnostic.ce;

import reidstudio.config.RunConfig;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.HeadReach;
import reidstudio.event.Severity;
import reidstudio.loss.CrossEntropy;
import reidstudio.optim.UpdateBudget;

/**
 * Where does cross-entropy stand between chance and its floor? How long a head may stay at chance
 * is not a number of batches: accumulation, warm-up and a low rate stretch it, so it goes by how
 * far the updates so far can have moved a logit, as the rule does that watches the run.
 */
final class CeLevel implements Check {
  /** How far from ln C a fresh model may be, in nats. */
  private static final double FRESH = 0.5;

  /** How far below ln C a head has left chance, in nats. */
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

  @Override
  public Finding run() {
    return finding(probe.measured());
  }

  /** What there is to say of a batch. */
  Finding finding(CeProbe.Measured seen) {
    if (!Double.isFinite(seen.crossEntropy())) {
      double rate = subject.config().optimizer().encoder().learningRate();
      return level(seen, true)
          .tryChange("optimizer.encoder.learningRate", FindingBuilder.number(rate / 10))
          .found(
              Severity.ERROR,
              "Cross-entropy is not finite.",
              "Lower the learning rates, then look for damaged pictures with 'dataset verify'.");
    }
    return subject.step() == 0 ? fresh(seen) : trained(seen);
  }

  private Finding fresh(CeProbe.Measured seen) {
    boolean isAtChance = Math.abs(seen.crossEntropy() - chance()) < FRESH;
    FindingBuilder finding = level(seen, !isAtChance);
    return isAtChance
        ? finding.ok("A fresh model starts at chance, as it must.")
        : finding.found(
            Severity.WARNING,
            "A fresh model should start at chance and does not.",
            "Look at the logit scale below: the classifier starts too large.");
  }

  private Finding trained(CeProbe.Measured seen) {
    UpdateBudget made = made(seen.meanFeature());
    HeadReach reach = new HeadReach(made.reach());
    boolean isAtChance = seen.crossEntropy() > chance() - MARGIN;
    boolean isStuck = isAtChance && reach.isEnoughToLeaveChance(made.updates());
    FindingBuilder finding = level(seen, isStuck);
    if (!isAtChance) {
      return finding.ok("Cross-entropy has left chance: the head learns.");
    }
    finding
        .saw("updates seen", made.updates(), "")
        .saw(
            "distance that a logit can have moved",
            reach.logit(),
            "leaves chance by " + FindingBuilder.number(HeadReach.DOUBTFUL));
    return isStuck
        ? finding
            .ruledOut("Too early or too small a learning rate: the head had room to move.")
            .found(
                Severity.ERROR,
                "After " + subject.step() + " steps cross-entropy is still at chance.",
                "The checks below say which part does not learn.")
        : finding.found(
            Severity.INFO,
            "No fault yet: the head has had too few updates to leave ln C.",
            "Look again later; the check of the planned updates says whether they are enough.");
  }

  private FindingBuilder level(CeProbe.Measured seen, boolean abnormal) {
    int classes = classes();
    double floor = CrossEntropy.floor(classes, subject.config().loss().labelSmoothing());
    return new FindingBuilder("ce.at-chance")
        .saw("optimizer steps made", subject.step(), "")
        .saw(
            "cross-entropy of one batch",
            seen.crossEntropy(),
            "ln " + classes + " = " + FindingBuilder.number(chance()) + " at the start")
        .abnormalIf(abnormal)
        .saw("smallest possible value", floor, "")
        .saw(
            "accuracy on that batch",
            seen.accuracy(),
            FindingBuilder.number(1.0 / classes) + " is chance");
  }

  /** What the head has had of its updates by now. */
  private UpdateBudget made(double meanFeature) {
    RunConfig config = subject.config();
    return UpdateBudget.upTo(
        subject.step(),
        subject.schedule(),
        subject.accumulation(),
        config.optimizer().head().learningRate(),
        config.model().embedding(),
        meanFeature);
  }

  private double chance() {
    return CrossEntropy.chance(classes());
  }

  private int classes() {
    return subject.dataset().trainIdentities();
  }
}
