package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.config.NormConfig;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;

/**
 * Is the norm after batch normalisation the one that gamma and beta predict, sqrt(sum(gamma^2 +
 * beta^2)) = sqrt(D) at the start? A fixed alarm at 15 calls the 22.6 of 512 dimensions ill.
 */
final class NormLevel implements Rule {
  private static final int WINDOW = 50;

  /** Relative distance from the prediction. */
  private static final double TOLERANCE = 0.2;

  /** How far outside of its band a norm is clearly outside, relative to the norm. */
  private static final double CLEARLY = 0.1;

  /** Where the reference program warns. */
  private static final double FIXED_ALARM = 15;

  /** Widths of the field's features, for logs that name none. */
  private static final int[] WIDTHS = {256, 512, 768, 1024, 2048};

  private final Recent after = new Recent(WINDOW);
  private final Recent expected = new Recent(WINDOW);
  private final Recent penaltyWeight = new Recent(WINDOW);
  private final Windows penalty = new Windows(WINDOW);
  private long step;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    step = metrics.step();
    after.add(metrics.value(MetricKey.NORM_AFTER_BN));
    expected.add(metrics.value(MetricKey.NORM_AFTER_BN_EXPECTED));
    penaltyWeight.add(metrics.value(MetricKey.NORM_WEIGHT));
    penalty.add(metrics.value(MetricKey.NORM_PENALTY));
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (!after.isFull()) {
      return Optional.empty();
    }
    double norm = after.median();
    double prediction = expected.size() > 0 ? expected.median() : usualWidth(norm, known);
    if (Double.isNaN(prediction)) {
      return Optional.empty();
    }
    if (Math.abs(norm - prediction) > TOLERANCE * prediction) {
      return Optional.of(
          seen(Fault.NORM_UNEXPECTED.id(), norm, prediction)
              .certainty(Certainty.LIKELY)
              .found(
                  Severity.WARNING,
                  "The norm after batch normalisation is not the one that gamma and beta predict.",
                  "Run 'check norm'; batches of few rows, or rows left out of the statistics, do"
                      + " that."));
    }
    if (penaltyIdles(known, prediction)) {
      return Optional.of(penaltyIdle(norm, prediction));
    }
    return norm > FIXED_ALARM
        ? Optional.of(
            seen("norm.as-predicted", norm, prediction)
                .found(
                    Severity.INFO,
                    "No fault: a norm above 15 is what batch normalisation gives at this width.",
                    ""))
        : Optional.empty();
  }

  /**
   * Only where nothing better is known: sqrt(D) of the width that fits, or of the run's own. A neck
   * without batch normalisation keeps whatever norm the features have.
   */
  private static double usualWidth(double norm, RunProfile known) {
    if (known.config().map(config -> !config.model().neck().batchNorm()).orElse(false)) {
      return Double.NaN;
    }
    if (known.embedding().isPresent()) {
      return Math.sqrt(known.embedding().getAsInt());
    }
    for (int width : WIDTHS) {
      if (Math.abs(norm - Math.sqrt(width)) < 0.08 * Math.sqrt(width)) {
        return Math.sqrt(width);
      }
    }
    return Double.NaN;
  }

  /** A band that gamma would have to leave its place for, and a penalty that has not moved. */
  private boolean penaltyIdles(RunProfile known, double prediction) {
    if (penalty.count() < 6 || penaltyWeight.max() == 0 || penalty.first() == 0) {
      return false;
    }
    boolean outside =
        known
            .config()
            .map(c -> c.loss().norm())
            .filter(norm -> isOutside(norm, prediction))
            .isPresent();
    return outside && penalty.back(0) > 0.9 * penalty.first();
  }

  private static boolean isOutside(NormConfig norm, double value) {
    return Math.abs(value - norm.target()) > norm.band() + CLEARLY * value;
  }

  private Finding penaltyIdle(double norm, double prediction) {
    return seen(Fault.NORM_PENALTY_IDLE.id(), norm, prediction)
        .certainty(Certainty.LIKELY)
        .saw("norm penalty in its first window", penalty.first(), "")
        .saw("norm penalty now", penalty.back(0), "falling")
        .abnormalIf(true)
        .tryChange("loss.norm.weight", "0")
        .found(
            Severity.WARNING,
            "The norm penalty cannot act: batch normalisation scales every feature back.",
            "Switch it off, or set loss.norm.target to "
                + FindingBuilder.number(prediction)
                + ", the norm that batch normalisation gives.");
  }

  private FindingBuilder seen(String id, double norm, double prediction) {
    return new FindingBuilder(id)
        .saw(
            "norm after batch normalisation, median of " + WINDOW + " steps",
            norm,
            "within 20 % of " + FindingBuilder.number(prediction))
        .abnormalIf(Math.abs(norm - prediction) > TOLERANCE * prediction)
        .saw("norm that gamma and beta predict", prediction, "")
        .during(MetricKey.NORM_AFTER_BN, Math.max(1, step - WINDOW + 1), step);
  }
}
