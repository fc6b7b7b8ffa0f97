package reidstudio.diagnostic.ce;

import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.FindingBuilder;
import reidstudio.diagnostic.Subject;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.tensor.Parameter.Role;

/**
 * Can the classifier get anywhere in the steps that are planned?
 *
 * <p>Adam moves a weight by about its learning rate in a step, so after all steps a logit can have
 * moved by about {@code D * mean|f| * sum of rates}. Simulated heads left chance by 0.4 nats once
 * that reach was 2.5 (large batches) to 20 (batches of 8).
 */
final class LearningBudget implements Check {
  private static final double HOPELESS = 2.5;
  private static final double TIGHT = 20;

  private final Subject subject;
  private final CeProbe probe;

  LearningBudget(Subject subject, CeProbe probe) {
    this.subject = subject;
    this.probe = probe;
  }

  @Override
  public String doing() {
    return "planned steps times learning rate";
  }

  @Override
  public Finding run() {
    double rates = 0;
    for (long step = 1; step <= subject.schedule().totalSteps(); step++) {
      rates += subject.optimizer().rate(Role.HEAD, subject.schedule().factor(step));
    }
    int width = subject.config().model().embedding();
    double reach = width * probe.measured().meanFeature() * rates;
    FindingBuilder finding =
        new FindingBuilder("ce.no-learning-budget")
            .saw("optimizer steps planned", Long.toString(subject.schedule().totalSteps()), "")
            .saw("peak learning rate of the head", subject.optimizer().rate(Role.HEAD, 1), "")
            .saw("sum of the head's rates over all steps", rates, "")
            .saw(
                "distance that a logit can move",
                reach,
                "above " + FindingBuilder.number(TIGHT) + ", hopeless below " + HOPELESS);
    double factor = TIGHT / reach;
    String fix =
        "Multiply optimizer.head.learningRate or the number of steps by "
            + FindingBuilder.number(Math.max(2, Math.ceil(factor)))
            + ".";
    if (reach < HOPELESS) {
      return finding.found(
          Severity.ERROR,
          "Steps times learning rate are too few for cross-entropy to move at all.",
          fix);
    }
    if (reach < TIGHT) {
      return finding.found(
          Severity.WARNING, "Steps times learning rate leave cross-entropy little room.", fix);
    }
    return finding.ok("Steps times learning rate are enough to leave chance.");
  }
}
