package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;

/** Does the engine wait for pictures more than it computes? */
final class DataWait implements Rule {
  private static final int WINDOW = 100;

  /** Half of the time (SageMaker's IOBottleneck). */
  private static final double HALF = 0.5;

  private final Recent share = new Recent(WINDOW);
  private long step;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    step = metrics.step();
    share.add(metrics.value(MetricKey.DATA_WAIT));
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (!share.isFull() || share.median() <= HALF) {
      return Optional.empty();
    }
    return Optional.of(
        new FindingBuilder(Fault.INPUT_BOUND)
            .saw("share of a step that waits for data", share.median(), "below 0.5")
            .abnormalIf(true)
            .during(MetricKey.DATA_WAIT, Math.max(1, step - WINDOW + 1), step)
            .found(
                Severity.WARNING,
                "The engine waits for pictures more than half of its time.",
                "Raise data.cacheMebibytes until all decoded pictures fit, with twice as much for Java"
                    + " (-Xmx), or bring the data onto a faster disk."));
  }
}
