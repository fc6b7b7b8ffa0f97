package reidstudio.diagnostic.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Evaluation;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;

/**
 * Has cross-entropy come to rest on a value that it cannot fall below? Logits within [0, 1] come
 * from a softmax that is applied twice, logits within [-1, 1] are cosines without a scale, and
 * label smoothing has a floor that is no fault.
 *
 * <p>A healthy run passes the levels of both faults on its way down, some very slowly. So it rests
 * only if a straight line through many windows shows neither fall nor rise, and shows it clearly: a
 * fall of 0.01 nats in 1,000 steps would have to stand out of the noise. That takes 400 steps of a
 * quiet curve and thousands of a noisy one; until then nothing is said. At a floor nearly every row
 * is right, so a run that tells a low accuracy is elsewhere. What is left is a log without accuracy
 * whose run stops at such a level for another reason, a rate that has decayed to nothing for
 * instance: the curve looks the same, and the alarm is false.
 */
final class CeFloors implements Rule {
  private static final int WINDOW = 25;

  /** Windows that are looked at: the fewest, and then twice as many until they tell enough. */
  private static final int FEWEST = 16;

  private static final int MOST = 512;

  /** Relative distance within which a plateau lies on a floor. */
  private static final double NEAR = 0.03;

  /** Change from one window to the next that is none, in nats: 0.01 in 1,000 steps. */
  private static final double REST = 0.01 * WINDOW / 1000;

  /** Standard errors that a slope may be off. */
  private static final double SIGMAS = 3;

  /**
   * With probabilities for logits a wrong row costs {@code ln C - 0.5} at least, so that half of
   * them being wrong keeps cross-entropy off the floor, up to 10,000 classes.
   */
  private static final double MOSTLY_RIGHT = 0.5;

  /** A level of mAP and how many steps had been told when it was measured. */
  private record Score(long steps, double map) {}

  private final Windows ce = new Windows(WINDOW);
  private final Recent accuracy = new Recent(2 * WINDOW);
  private final List<Score> scores = new ArrayList<>();
  private long steps;
  private long step;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    step = metrics.step();
    steps++;
    ce.add(metrics.value(MetricKey.CE_LOSS));
    accuracy.add(metrics.value(MetricKey.CE_ACCURACY));
  }

  @Override
  public void evaluated(Evaluation evaluation, RunProfile known) {
    evaluation.meanAveragePrecision().ifPresent(map -> scores.add(new Score(steps, map)));
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (known.classes().isEmpty() || ce.count() == 0) {
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
      return onFloor(Fault.SOFTMAX_TWICE, floor(classes, smoothing, 0))
          .map(
              finding ->
                  finding.found(
                      Severity.ERROR,
                      "Cross-entropy rests where a softmax that is applied twice would stop it.",
                      "Give cross-entropy the logits, not probabilities."));
    }
    if (isNear(level, floor(classes, smoothing, -1))) {
      return onFloor(Fault.LOGIT_SCALE, floor(classes, smoothing, -1))
          .map(
              finding ->
                  finding.found(
                      Severity.ERROR,
                      "Cross-entropy rests where cosines without a scale would stop it.",
                      "Multiply the cosines by a scale, 16 to 64."));
    }
    return Optional.empty();
  }

  /** Newest steps in which it has not moved; 0 if it moves, or nobody can tell yet. */
  private int stepsAtRest() {
    for (int count = FEWEST; count <= Math.min(MOST, ce.count()); count *= 2) {
      if (Trend.of(ce, count).isFlatter(REST, SIGMAS)) {
        return count * WINDOW;
      }
    }
    return 0;
  }

  /** Whether retrieval got better in the newest {@code rested} steps: then something is learned. */
  private boolean rises(int rested) {
    if (scores.isEmpty()) {
      return false;
    }
    double before = scores.get(0).map();
    for (Score score : scores) {
      before = score.steps() <= steps - rested ? score.map() : before;
    }
    return scores.get(scores.size() - 1).map() - before > CeStuck.RISE;
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

  private Optional<FindingBuilder> onFloor(Fault fault, double floor) {
    boolean mostlyWrong = accuracy.size() > 0 && accuracy.mean() < MOSTLY_RIGHT;
    int rested = mostlyWrong ? 0 : stepsAtRest();
    if (rested == 0 || rises(rested)) {
      return Optional.empty();
    }
    FindingBuilder finding =
        new FindingBuilder(fault)
            .certainty(Certainty.LIKELY)
            .saw("cross-entropy, median of " + WINDOW + " steps", ce.back(0), "")
            .abnormalIf(true)
            .saw("floor of that fault", floor, "another value")
            .saw("steps in which it neither falls nor rises", rested, "")
            .ruledOut("A slow fall: one of 0.01 nats in 1,000 steps would show in so many.")
            .during(MetricKey.CE_LOSS, Math.max(1, step - rested + 1), step);
    if (accuracy.size() > 0) {
      finding.saw("accuracy on batches", accuracy.mean(), "");
    }
    return Optional.of(finding);
  }
}
