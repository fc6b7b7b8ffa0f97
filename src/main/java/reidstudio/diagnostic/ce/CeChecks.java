package reidstudio.diagnostic.ce;

import java.util.List;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;

/**
 * The checks in the order data, wiring, gradients, schedule: an early fault explains later ones.
 */
public final class CeChecks {
  private CeChecks() {}

  /** All checks for {@code subject}. */
  public static List<Check> of(Subject subject) {
    CeProbe probe = new CeProbe(subject);
    return List.of(
        new LabelRange(subject),
        new LabelContiguity(subject),
        new LabelAgreement(subject),
        new HeadShape(subject),
        new ClassifierTrainable(subject),
        new OptimizerMembership(subject),
        new CeLevel(subject, probe),
        new LogitScale(probe),
        new GradientFlow(probe),
        new LossBalance(subject, probe),
        new LearningBudget(subject, probe));
  }
}
