package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;

/**
 * Does cross-entropy jump? A value is a spike above {@code max(median + 6 * 1.4826 * MAD, 1.15 *
 * median)} of the last 100, with a MAD of at least 0.05 (the reference program's rule). One is
 * noise; one in ten says that steps are too large.
 */
final class LossSpikes implements Rule {
  private static final int WINDOW = 100;
  private static final int FEWEST = 20;
  private static final double DEVIATIONS = 6;
  private static final double LEAST_DEVIATION = 1.4826 * 0.05;
  private static final double LEAST_RATIO = 1.15;
  private static final double MANY = 0.1;

  private final Recent values = new Recent(WINDOW);
  private final Recent spikes = new Recent(WINDOW);
  private double limit = Double.POSITIVE_INFINITY;
  private double highest;
  private long highestAt;
  private long step;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    step = metrics.step();
    double value = value(metrics);
    if (!Double.isFinite(value)) {
      return;
    }
    if (values.size() >= FEWEST) {
      limit = limit(values);
      boolean spike = value > limit;
      spikes.add(spike ? 1 : 0);
      if (spike) {
        highest = value;
        highestAt = step;
      }
    }
    values.add(value);
  }

  private static double value(StepMetrics metrics) {
    double ce = metrics.value(MetricKey.CE_LOSS);
    return Double.isFinite(ce) ? ce : metrics.value(MetricKey.TOTAL_LOSS);
  }

  /** Above this the next value is a spike. */
  static double limit(Recent values) {
    double median = values.median();
    double deviation = Math.max(LEAST_DEVIATION, values.deviation());
    return Math.max(median + DEVIATIONS * deviation, LEAST_RATIO * median);
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (spikes.size() < FEWEST || spikes.sum() == 0) {
      return Optional.empty();
    }
    boolean many = spikes.isFull() && spikes.mean() > MANY;
    FindingBuilder finding =
        new FindingBuilder(many ? Fault.LOSS_SPIKES.id() : "loss.single-spike")
            .saw(
                "spikes in the last " + spikes.size() + " steps", (long) spikes.sum(), "below 10 %")
            .abnormalIf(true)
            .saw("newest spike", highest, "below " + FindingBuilder.number(limit))
            .abnormalIf(true)
            .during(MetricKey.CE_LOSS, highestAt, highestAt);
    return Optional.of(
        many
            ? finding
                .certainty(Certainty.LIKELY)
                .found(
                    Severity.WARNING,
                    "More than one step in ten is a spike.",
                    "Lower the learning rates, or clip gradients harder.")
            : finding.found(
                Severity.INFO, "No fault: few spikes, the loss comes back at once.", ""));
  }
}
