package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;

/** Does an epoch have the batches that were announced, or does the sampler run dry? */
final class EpochLength implements Rule {
  /** The reference program's limit. */
  private static final double SHORT = 0.9;

  private int epoch;
  private int stepInEpoch;
  private long firstStep;
  private int real;
  private int realEpoch;
  private long realFirst;
  private long realLast;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    if (metrics.epoch() != epoch) {
      if (epoch > 0) {
        real = stepInEpoch;
        realEpoch = epoch;
        realFirst = firstStep;
        realLast = metrics.step() - 1;
      }
      epoch = metrics.epoch();
      firstStep = metrics.step();
    }
    stepInEpoch = metrics.stepInEpoch();
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (known.nominalStepsPerEpoch().isEmpty() || real == 0) {
      return Optional.empty();
    }
    int nominal = known.nominalStepsPerEpoch().getAsInt();
    if (real >= SHORT * nominal) {
      return Optional.empty();
    }
    return Optional.of(
        new FindingBuilder(Fault.EPOCH_SHORT)
            .saw("batches of epoch " + realEpoch, real, "")
            .abnormalIf(true)
            .saw("batches that were announced", nominal, "at least 0.9 of them come")
            .during(MetricKey.TOTAL_LOSS, realFirst, Math.max(realFirst, realLast))
            .found(
                Severity.WARNING,
                "Epochs end early: the sampler gives fewer batches than it announces.",
                "Let identities be drawn again within an epoch, or announce what really comes;"
                    + " schedules count on it."));
  }
}
