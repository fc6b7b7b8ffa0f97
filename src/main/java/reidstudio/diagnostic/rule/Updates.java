package reidstudio.diagnostic.rule;

import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.StepMetrics;

/** Which steps move weights: of this program's runs those that tell a whole gradient's norm. */
final class Updates {
  private Updates() {}

  static boolean in(StepMetrics step, RunProfile known) {
    return known.config().isEmpty() || step.values().containsKey(MetricKey.GRADIENT_NORM);
  }
}
