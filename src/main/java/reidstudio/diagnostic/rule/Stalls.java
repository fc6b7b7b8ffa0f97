package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;

/** Did a step take far longer than others? Pauses are no training time and do not count. */
final class Stalls implements Rule {
  private static final int WINDOW = 100;
  private static final int FEWEST = 20;
  private static final double SECONDS = 60;
  private static final double TIMES_MEDIAN = 10;

  /** Steps after which a stall is history. */
  private static final int REMEMBERED = 500;

  private final Recent durations = new Recent(WINDOW);
  private double lastSeconds = Double.NaN;
  private double longest;
  private double usual;
  private long longestAt;
  private long step;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    step = metrics.step();
    double duration = metrics.seconds() - lastSeconds;
    lastSeconds = metrics.seconds();
    if (!Double.isFinite(duration)) {
      return;
    }
    if (durations.size() >= FEWEST) {
      double limit = Math.max(SECONDS, TIMES_MEDIAN * durations.median());
      if (duration > limit) {
        longest = duration;
        longestAt = step;
        usual = durations.median();
      }
    }
    durations.add(duration);
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (longestAt == 0 || step - longestAt > REMEMBERED) {
      return Optional.empty();
    }
    return Optional.of(
        new FindingBuilder(Fault.STALLED)
            .saw("seconds of the longest step", longest, "about " + FindingBuilder.number(usual))
            .saw("step", longestAt, "")
            .during(MetricKey.THROUGHPUT, longestAt, longestAt)
            .found(
                Severity.WARNING,
                "A step took more than ten times as long as others: something held it up.",
                "Look at the disk or network that the data lies on, and at memory that is swapped"
                    + " out."));
  }
}
