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
 * Has cross-entropy come to rest on a value that it cannot fall below? Logits within [0, 1] come
 * from a softmax that is applied twice, logits within [-1, 1] are cosines without a scale, and
 * label smoothing has a floor that is no fault.
 */
final class CeFloors implements Rule {
  private static final int WINDOW = 50;

  /** Relative distance within which a plateau lies on a floor. */
  private static final double NEAR = 0.03;

  /** Change from one window to the next of a plateau, in nats. */
  private static final double REST = 0.01;

  private final Windows ce = new Windows(WINDOW);
  private final Recent accuracy = new Recent(WINDOW);
  private long step;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    step = metrics.step();
    ce.add(metrics.value(MetricKey.CE_LOSS));
    accuracy.add(metrics.value(MetricKey.CE_ACCURACY));
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (known.classes().isEmpty() || ce.count() < 3 || !rests()) {
      return Optional.empty();
    }
    int classes = known.classes().getAsInt();
    double smoothing = known.labelSmoothing().orElse(0);
    double level = ce.back(0);
    double smooth = lowest(classes, smoothing);
    if (smoothing > 0 && level < smooth * (1 + NEAR)) {
      return Optional.of(atSmoothingFloor(level, smooth, smoothing));
    }
    if (isNear(level, floor(classes, smoothing, 0))) {
      return Optional.of(
          onFloor(Fault.SOFTMAX_TWICE, level, floor(classes, smoothing, 0))
              .found(
                  Severity.ERROR,
                  "Cross-entropy rests where a softmax that is applied twice would stop it.",
                  "Give cross-entropy the logits, not probabilities."));
    }
    if (isNear(level, floor(classes, smoothing, -1))) {
      return Optional.of(
          onFloor(Fault.LOGIT_SCALE, level, floor(classes, smoothing, -1))
              .found(
                  Severity.ERROR,
                  "Cross-entropy rests where cosines without a scale would stop it.",
                  "Multiply the cosines by a scale, 16 to 64."));
    }
    return Optional.empty();
  }

  /** Two steps between three windows, both flat. */
  private boolean rests() {
    return Math.abs(ce.back(0) - ce.back(1)) < REST && Math.abs(ce.back(1) - ce.back(2)) < REST;
  }

  private static boolean isNear(double level, double floor) {
    return Math.abs(level - floor) < NEAR * floor;
  }

  /** Smallest cross-entropy if the right logit is 1 and all others are {@code other}. */
  static double floor(int classes, double smoothing, double other) {
    double log = Math.log(Math.E + (classes - 1) * Math.exp(other));
    double right = 1 - smoothing + smoothing / classes;
    return log - right - (1 - right) * other;
  }

  /** Smallest cross-entropy that smoothed targets allow: their entropy. */
  static double lowest(int classes, double smoothing) {
    if (smoothing == 0) {
      return 0;
    }
    double right = 1 - smoothing + smoothing / classes;
    double other = smoothing / classes;
    return -right * Math.log(right) - (classes - 1) * other * Math.log(other);
  }

  private Finding atSmoothingFloor(double level, double floor, double smoothing) {
    return new FindingBuilder("ce.at-smoothing-floor")
        .saw("cross-entropy, median of " + WINDOW + " steps", level, "")
        .saw("floor of label smoothing " + FindingBuilder.number(smoothing), floor, "")
        .found(
            Severity.INFO, "No fault: cross-entropy is as low as label smoothing lets it be.", "");
  }

  private FindingBuilder onFloor(Fault fault, double level, double floor) {
    FindingBuilder finding =
        new FindingBuilder(fault)
            .certainty(Certainty.LIKELY)
            .saw("cross-entropy, median of " + WINDOW + " steps", level, "")
            .abnormalIf(true)
            .saw("floor of that fault", floor, "another value")
            .during(MetricKey.CE_LOSS, Math.max(1, step - 3 * WINDOW + 1), step);
    if (accuracy.size() > 0) {
      finding.saw("accuracy on batches", accuracy.mean(), "");
    }
    return finding;
  }
}
