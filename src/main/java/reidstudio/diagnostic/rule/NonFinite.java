package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.NonFiniteStep;

/**
 * Was there a value that is not finite? This program ends a run at the first; others skip the step
 * and go on, which is a fault of its own once it is more than an accident.
 */
final class NonFinite implements Rule {
  /** Share of skipped steps that is more than an accident. */
  private static final double OFTEN = 0.01;

  private long steps;
  private long skipped;
  private long firstAt;
  private long lastAt;
  private String culprit = "";
  private boolean ended;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    steps++;
    ended = false;
  }

  @Override
  public void nonFinite(NonFiniteStep step) {
    if (skipped == 0) {
      culprit = step.culprit();
      firstAt = step.step();
    }
    skipped++;
    lastAt = Math.max(firstAt, step.step());
    ended = true;
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (skipped == 0) {
      return Optional.empty();
    }
    MetricKey key = culprit.isEmpty() ? MetricKey.TOTAL_LOSS : new MetricKey(culprit);
    if (ended) {
      return Optional.of(
          new FindingBuilder(Fault.NON_FINITE)
              .saw("first value that is not finite", culprit, "finite")
              .abnormalIf(true)
              .saw("step", firstAt, "")
              .during(key, firstAt, lastAt)
              .found(
                  Severity.ERROR,
                  "A value is not finite: " + key + ".",
                  "Lower the learning rates, raise loss.sdm.temperature, or compute in float32;"
                      + " 'check all' looks at inputs and features."));
    }
    double share = skipped / (double) (steps + skipped);
    return Optional.of(
        new FindingBuilder(Fault.NON_FINITE_SWALLOWED)
            .saw("steps that were skipped because of it", skipped, "0")
            .abnormalIf(skipped > 0)
            .saw("their share", share, "0")
            .abnormalIf(share > 0)
            .during(key, firstAt, lastAt)
            .found(
                share > OFTEN ? Severity.ERROR : Severity.WARNING,
                "Steps whose loss is not finite are skipped, and training goes on.",
                "Find out which value was first: lower learning rates or another precision cure"
                    + " it, skipping hides it."));
  }
}
