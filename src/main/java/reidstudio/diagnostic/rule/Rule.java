package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.event.Evaluation;
import reidstudio.event.Finding;
import reidstudio.event.RunProfile;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.NonFiniteStep;

/** One suspicion. */
public interface Rule {
  /**
   * Takes in a step. A quantity that was not measured in it is NaN.
   *
   * @param known what is known of the run by now
   */
  void step(StepMetrics step, RunProfile known);

  /** Takes in an evaluation. */
  default void evaluated(Evaluation evaluation, RunProfile known) {}

  /** Takes in a step that gave a value that is not finite. */
  default void nonFinite(NonFiniteStep step) {}

  /** What there is to say while a step has been under way for {@code seconds}. */
  default Optional<Finding> hanging(double seconds) {
    return Optional.empty();
  }

  /**
   * What there is to say after the last step; empty for nothing, also as long as it is too early.
   */
  Optional<Finding> finding(RunProfile known);
}
