package reidstudio.diagnostic.ce;

import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.HeadReach;
import reidstudio.event.Severity;
import reidstudio.optim.UpdateBudget;
import reidstudio.tensor.Parameter.Role;

/** Can the classifier get anywhere in the updates that are planned? */
final class LearningBudget implements Check {
  /** Heads that need more have too few updates; 1e-2 is the highest that is published. */
  private static final double HIGHEST_RATE = 1e-2;

  private static final double MOST_EPOCHS = 100_000;

  private final Subject subject;
  private final CeProbe probe;

  LearningBudget(Subject subject, CeProbe probe) {
    this.subject = subject;
    this.probe = probe;
  }

  @Override
  public String doing() {
    return "planned updates times learning rate";
  }

  @Override
  public Finding run() {
    UpdateBudget budget =
        UpdateBudget.of(
            subject.schedule(),
            subject.accumulation(),
            subject.optimizer().rate(Role.HEAD, 1),
            subject.config().model().embedding(),
            probe.measured().meanFeature());
    HeadReach reach = new HeadReach(budget.reach());
    FindingBuilder finding =
        new FindingBuilder("ce.no-learning-budget")
            .saw("optimizer updates planned", Long.toString(budget.updates()), "")
            .saw("peak learning rate of the head", subject.optimizer().rate(Role.HEAD, 1), "")
            .saw("sum of the head's rates over all updates", budget.rateSum(), "")
            .saw(
                "distance that a logit can move",
                budget.reach(),
                "above "
                    + FindingBuilder.number(HeadReach.ENOUGH)
                    + ", hopeless below "
                    + HeadReach.HOPELESS)
            .abnormalIf(reach.isTight());
    String fix =
        "Multiply optimizer.head.learningRate or the number of updates by "
            + FindingBuilder.number(reach.missingFactor())
            + ".";
    if (reach.isTight()) {
      tryMore(finding, reach);
    }
    if (reach.isHopeless()) {
      return finding.found(
          Severity.ERROR,
          "Updates times learning rate are too few for cross-entropy to move at all.",
          fix);
    }
    if (reach.isTight()) {
      return finding.found(
          Severity.WARNING, "Updates times learning rate leave cross-entropy little room.", fix);
    }
    return finding.ok("Updates times learning rate are enough to leave chance.");
  }

  /** A higher rate as far as one is usual, else more epochs. */
  private void tryMore(FindingBuilder finding, HeadReach reach) {
    double rate = subject.optimizer().rate(Role.HEAD, 1);
    if (probe.measured().classifierGradient() > 0) {
      finding.ruledOut("Not a cut graph: the gradient of cross-entropy arrives at the classifier.");
    }
    if (rate > 0 && rate * reach.missingFactor() <= HIGHEST_RATE) {
      double more = rate * reach.missingFactor();
      finding.tryChange("optimizer.head.learningRate", FindingBuilder.number(more));
    } else if (rate > 0) {
      double epochs = subject.config().epochs() * reach.missingFactor();
      finding.tryChange("epochs", Math.round(Math.min(MOST_EPOCHS, epochs)));
    }
  }
}
