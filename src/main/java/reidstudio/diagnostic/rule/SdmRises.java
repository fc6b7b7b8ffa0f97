package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.config.SdmConfig;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.diagnostic.finding.SdmWeight;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;

/**
 * Does SDM rise above chance while cross-entropy does not? Features that know nothing are at
 * chance; above it somebody pushes apart what belongs together. SDM's position is 0 at its floor
 * and 1 at chance, whatever the batch.
 */
final class SdmRises implements Rule {
  private static final int WINDOW = 12;

  /** Two windows in a row, or a few odd batches would do. */
  private static final int LAST = 2;

  /** Calibrated: 1.04 at the start of a healthy run, 2 to 4 where SDM's gradient is reversed. */
  private static final double ABOVE = 1.3;

  /** A temperature that is too low begins far above chance, and falls. */
  private static final double RISE = 0.3;

  /** Nats; where cross-entropy rises as well, the steps are too large. */
  private static final double SAME = 0.3;

  private final Windows position = new Windows(WINDOW);
  private final Windows ce = new Windows(WINDOW);
  private long step;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    step = metrics.step();
    double chance = metrics.value(MetricKey.SDM_CHANCE);
    double floor = metrics.value(MetricKey.SDM_FLOOR);
    if (metrics.value(MetricKey.SDM_WEIGHT) > 0 && chance > floor) {
      position.add((metrics.value(MetricKey.SDM_LOSS) - floor) / (chance - floor));
      ce.add(metrics.value(MetricKey.CE_LOSS));
    }
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (position.count() < LAST || ce.count() < LAST) {
      return Optional.empty();
    }
    double level = Math.min(position.back(0), position.back(1));
    if (level < ABOVE
        || position.back(0) < position.lowest() + RISE
        || ce.back(0) > ce.lowest() + SAME) {
      return Optional.empty();
    }
    FindingBuilder finding =
        new FindingBuilder(Fault.LOSSES_FIGHT)
            .certainty(Certainty.LIKELY)
            .saw(
                "SDM's position, 0 at its floor and 1 where all similarities are equal, median of "
                    + WINDOW
                    + " steps",
                position.back(0),
                "below " + ABOVE)
            .abnormalIf(true)
            .saw("its lowest position so far", position.lowest(), "")
            .saw("cross-entropy, median of " + WINDOW + " steps", ce.back(0), "")
            .ruledOut("Features that know nothing: with them SDM would be at 1, not above.")
            .ruledOut("Steps that are too large: cross-entropy would rise as well.")
            .during(MetricKey.SDM_LOSS, Math.max(1, step - LAST * WINDOW + 1), step);
    known.config().ifPresent(config -> proposeWeight(finding, config.loss().sdm()));
    return Optional.of(
        finding.found(
            Severity.WARNING,
            "SDM rises above chance while cross-entropy does not: the losses pull the encoders"
                + " into opposite directions.",
            "Look at SDM's labels and the sign of its gradient; a smaller loss.sdm.weight shows"
                + " whether cross-entropy alone learns."));
  }

  private static void proposeWeight(FindingBuilder finding, SdmConfig sdm) {
    SdmWeight smaller = SdmWeight.scaled(sdm, 0.5);
    finding.tryChange(smaller.key(), smaller.value());
  }
}
