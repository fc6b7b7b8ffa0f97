package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;

/**
 * Did a step take far longer than others, or does one now? Pauses are no training time and do not
 * count.
 */
final class Stalls implements Rule {
  private static final int WINDOW = 100;
  private static final int FEWEST = 20;
  private static final double SECONDS = 60;
  private static final double TIMES_MEDIAN = 10;

  /** Without steps to compare with (SageMaker's StalledTraining). */
  private static final double SECONDS_OF_A_FIRST_STEP = 1800;

  /** Steps told after which a stall is history. */
  private static final int REMEMBERED = 500;

  private final Recent durations = new Recent(WINDOW);
  private double lastSeconds = Double.NaN;
  private double longest;
  private double usual;
  private long longestAt;
  private long since;
  private long step;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    step = metrics.step();
    since++;
    double duration = metrics.seconds() - lastSeconds;
    lastSeconds = metrics.seconds();
    if (!Double.isFinite(duration)) {
      return;
    }
    if (durations.size() >= FEWEST && duration > limit()) {
      longest = duration;
      longestAt = step;
      since = 0;
      usual = durations.median();
    }
    durations.add(duration);
  }

  private double limit() {
    return durations.size() < FEWEST
        ? SECONDS_OF_A_FIRST_STEP
        : Math.max(SECONDS, TIMES_MEDIAN * durations.median());
  }

  @Override
  public Optional<Finding> hanging(double seconds) {
    if (!(seconds > limit())) {
      return Optional.empty();
    }
    FindingBuilder finding =
        new FindingBuilder(Fault.STALLED)
            .saw(
                "seconds of the step that is under way",
                Math.rint(seconds),
                durations.size() == 0 ? "" : "about " + FindingBuilder.number(durations.median()))
            .abnormalIf(true);
    return Optional.of(
        finding
            .saw("step", step + 1, "")
            .during(MetricKey.THROUGHPUT, Math.max(1, step), step + 1)
            .found(
                Severity.WARNING,
                "A step has not ended for ten times as long as others took: something holds it up.",
                "Look at the disk or network that the data lies on, and at memory that is swapped"
                    + " out; a run that never goes on can only be ended with the program."));
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (longestAt == 0 || since > REMEMBERED) {
      return Optional.empty();
    }
    return Optional.of(
        new FindingBuilder(Fault.STALLED)
            .saw("seconds of the longest step", longest, "about " + FindingBuilder.number(usual))
            .abnormalIf(true)
            .saw("step", longestAt, "")
            .during(MetricKey.THROUGHPUT, longestAt, longestAt)
            .found(
                Severity.WARNING,
                "A step took more than ten times as long as others: something held it up.",
                "Look at the disk or network that the data lies on, and at memory that is swapped"
                    + " out."));
  }
}
