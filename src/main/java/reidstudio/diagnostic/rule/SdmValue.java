package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;
import reidstudio.event.ZeroReason;

/** Is SDM's value one that SDM can have? */
final class SdmValue implements Rule {
  private static final int WINDOW = 200;
  private static final int FEWEST = 20;

  /** The divergence form may fall to -ln(1 + n * 1e-8) by rounding, no further. */
  private static final double ROUNDING = 1e-5;

  /** Share of swallowed steps that is more than an accident. */
  private static final double SWALLOWED = 0.01;

  private final Recent negative = new Recent(WINDOW);
  private final Recent swallowed = new Recent(WINDOW);
  private double lowest = Double.POSITIVE_INFINITY;
  private long lowestAt;
  private long step;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    step = metrics.step();
    double value = metrics.value(MetricKey.SDM_LOSS);
    if (!Double.isFinite(value)) {
      return;
    }
    if (value < lowest) {
      lowest = value;
      lowestAt = step;
    }
    negative.add(value < -ROUNDING ? 1 : 0);
    boolean hadRows = metrics.value(MetricKey.SDM_VALID_ROWS) > 0;
    boolean off = metrics.value(MetricKey.SDM_WEIGHT) == 0;
    boolean single = metrics.sdmZero().filter(r -> r == ZeroReason.SINGLE_PAIR).isPresent();
    swallowed.add(value == 0 && hadRows && !off && !single ? 1 : 0);
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (negative.size() >= FEWEST && negative.mean() > 0) {
      return Optional.of(
          new FindingBuilder(Fault.SDM_FORMULA)
              .saw("smallest SDM", lowest, "not below 0")
              .abnormalIf(true)
              .saw("share of steps with a negative SDM", negative.mean(), "0")
              .abnormalIf(true)
              .ruledOut("Rounding: that reaches -1e-5 at most.")
              .during(MetricKey.SDM_LOSS, lowestAt, step)
              .found(
                  Severity.ERROR,
                  "SDM is negative, which a divergence cannot be: its formula is wrong.",
                  "Make sure that the denominator of the ratio contains its numerator."));
    }
    if (swallowed.size() >= FEWEST && swallowed.mean() > SWALLOWED) {
      return Optional.of(
          new FindingBuilder(Fault.SDM_SWALLOWED)
              .saw(
                  "share of steps with rows that match and an SDM of exactly 0",
                  swallowed.mean(),
                  "0")
              .abnormalIf(true)
              .ruledOut("No pairs: these steps had valid rows.")
              .during(MetricKey.SDM_LOSS, Math.max(1, step - swallowed.size() + 1), step)
              .found(
                  Severity.ERROR,
                  "SDM is set to 0 although rows had positives: a guard swallows it.",
                  "Look for code that replaces a loss that is not finite by 0."));
    }
    return Optional.empty();
  }
}
