package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;

/** Is SDM left out on purpose? That is never a fault, and it explains a loss that does not move. */
final class SdmOff implements Rule {
  private static final int WINDOW = 20;

  private final Recent weight = new Recent(WINDOW);
  private int epoch;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    weight.add(metrics.value(MetricKey.SDM_WEIGHT));
    epoch = metrics.epoch();
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (!weight.isFull() || weight.max() > 0) {
      return Optional.empty();
    }
    int warmup = known.config().map(c -> c.loss().sdm().warmupEpochs()).orElse(0);
    FindingBuilder finding =
        new FindingBuilder("sdm.switched-off").saw("weight of SDM in this epoch", 0, "");
    if (epoch <= warmup) {
      return Optional.of(
          finding
              .saw("epoch", epoch, "")
              .saw("epochs of SDM's warm-up", warmup, "")
              .found(Severity.INFO, "No fault: SDM warms up and is not minimised yet.", ""));
    }
    return Optional.of(
        finding.found(Severity.INFO, "No fault: SDM is switched off by its weight.", ""));
  }
}
