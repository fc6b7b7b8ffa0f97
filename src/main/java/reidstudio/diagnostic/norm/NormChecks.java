package reidstudio.diagnostic.norm;

import java.util.List;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.probe.FrozenModel;

/** The checks in the order features, their norm behind the neck, what is meant to hold it. */
public final class NormChecks {
  private NormChecks() {}

  /** All checks for {@code subject}. */
  public static List<Check> of(Subject subject) {
    FrozenModel model = new FrozenModel(subject);
    return List.of(
        new DeadFeatures(model),
        switch (subject.config().diagnosis().normRule()) {
          case EXPECTED -> new ExpectedNorm(subject, model);
          case SEED -> new FixedThreshold(subject, model);
        },
        new PenaltyReach(subject, model));
  }
}
