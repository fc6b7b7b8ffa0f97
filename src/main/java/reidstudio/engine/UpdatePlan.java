package reidstudio.engine;

import java.util.Locale;
import reidstudio.config.NeckConfig;
import reidstudio.config.RunConfig;
import reidstudio.event.HeadReach;
import reidstudio.event.Severity;
import reidstudio.optim.Accumulation;
import reidstudio.optim.Schedule;
import reidstudio.optim.UpdateBudget;

/**
 * What a run is going to do, told before its first step: how often the weights will move, and
 * whether that can bring cross-entropy off its chance level at all.
 *
 * @param severity {@link Severity#WARNING} if not
 * @param sentence for the log
 */
record UpdatePlan(Severity severity, String sentence) {
  /** Mean magnitude of a normal number of variance 1. */
  private static final double NORMAL_MAGNITUDE = Math.sqrt(2 / Math.PI);

  static UpdatePlan of(RunConfig config, Schedule schedule, Accumulation accumulation) {
    UpdateBudget budget =
        UpdateBudget.of(
            schedule,
            accumulation,
            config.optimizer().head().learningRate(),
            config.model().embedding(),
            magnitude(config.model().neck(), config.model().embedding()));
    HeadReach reach = new HeadReach(budget.reach());
    String planned =
        String.format(
            Locale.ROOT,
            "%,d optimizer updates are planned; the head's learning rates add up to %.3g, so a logit"
                + " can move by about %.3g.",
            budget.updates(),
            budget.rateSum(),
            budget.reach());
    if (config.loss().ceWeight() == 0) {
      return new UpdatePlan(Severity.INFO, planned + " Cross-entropy is not minimised.");
    }
    if (!reach.isTight()) {
      return new UpdatePlan(Severity.INFO, planned + " That is enough to leave chance.");
    }
    String fix =
        String.format(
            Locale.ROOT,
            " Multiply optimizer.head.learningRate or the number of updates by %.0f.",
            reach.missingFactor());
    return new UpdatePlan(
        Severity.WARNING,
        planned
            + (reach.isHopeless()
                ? " Cross-entropy cannot leave ln C with that."
                : " That leaves cross-entropy little room.")
            + fix);
  }

  /** Of the rows that the classifier sees, at the start. */
  private static double magnitude(NeckConfig neck, int width) {
    return neck.scale() > 0 ? NORMAL_MAGNITUDE * neck.scale() / Math.sqrt(width) : NORMAL_MAGNITUDE;
  }
}
