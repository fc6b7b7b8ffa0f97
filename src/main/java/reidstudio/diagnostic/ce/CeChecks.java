package reidstudio.diagnostic.ce;

import java.util.List;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.probe.FrozenModel;

/**
 * The checks in the order data, wiring, gradients, schedule: an early fault explains later ones.
 */
public final class CeChecks {
  private CeChecks() {}

  /** All checks for {@code subject}. */
  public static List<Check> of(Subject subject) {
    CeProbe probe = new CeProbe(subject);
    FrozenModel model = new FrozenModel(subject);
    return List.of(
        new LabelRange(subject),
        new LabelContiguity(subject),
        new LabelAgreement(subject),
        new HeadShape(subject),
        new SwitchedOff(subject),
        new ClassifierTrainable(subject),
        new OptimizerMembership(subject),
        new CeLevel(subject, probe),
        new SoftmaxTwice(model),
        new LogitScale(subject, probe),
        new GradientFlow(probe),
        new LossBalance(subject, probe),
        new LossesFight(subject),
        new RateSize(subject, probe),
        new LearningBudget(subject, probe));
  }
}
