package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.config.OptimizerConfig;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;

/**
 * Does clipping take the gradients away? Adam divides a gradient by its own size, so clipping
 * cancels, until what is left of it is no larger than Adam's epsilon.
 */
final class ClipStrangles implements Rule {
  private static final int WINDOW = 100;
  private static final double NEARLY_ALWAYS = 0.9;
  private static final double HARD = 0.1;

  /** From this many epsilons on, epsilon changes an update by less than a tenth. */
  private static final double EPSILONS = 10;

  private final Recent norms = new Recent(WINDOW);
  private long step;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    step = metrics.step();
    norms.add(metrics.value(MetricKey.GRADIENT_NORM));
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    Optional<OptimizerConfig> optimizer = known.config().map(c -> c.optimizer());
    if (!norms.isFull() || optimizer.isEmpty() || known.parameters().isEmpty()) {
      return Optional.empty();
    }
    double clip = optimizer.get().clipNorm();
    double left = clip / norms.median();
    if (clip == 0 || norms.countAbove(clip) < NEARLY_ALWAYS * WINDOW || left >= HARD) {
      return Optional.empty();
    }
    double element = clip / Math.sqrt((double) known.parameters().getAsLong());
    double epsilon = optimizer.get().epsilon();
    FindingBuilder finding =
        new FindingBuilder(Fault.CLIP_STRANGLES)
            .saw("norm of all gradients, median of " + WINDOW + " steps", norms.median(), "")
            .saw("norm that they are clipped to", clip, "")
            .saw("what is left of a gradient", left, "above 0.1, or far above epsilon")
            .abnormalIf(true)
            .saw("mean size of a number of it", element, "")
            .saw("epsilon of the optimizer", epsilon, "")
            .during(MetricKey.GRADIENT_NORM, Math.max(1, step - WINDOW + 1), step);
    if (element >= EPSILONS * epsilon) {
      return Optional.of(
          finding.found(
              Severity.INFO,
              "No fault: nearly every gradient is clipped, and Adam divides that out again.",
              ""));
    }
    return Optional.of(
        finding
            .certainty(Certainty.LIKELY)
            .tryChange("optimizer.clipNorm", "5")
            .found(
                Severity.ERROR,
                "Clipping leaves gradients no larger than the optimizer's epsilon: weights hardly"
                    + " move.",
                "Raise optimizer.clipNorm to 5."));
  }
}
