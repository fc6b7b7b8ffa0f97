package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;

/** Are features zero, so that directions are made of rounding errors? */
final class DeadFeatures implements Rule {
  private static final int WINDOW = 20;

  /** The reference program's limit. */
  private static final double ZERO = 1e-6;

  private final Recent norms = new Recent(WINDOW);
  private long step;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    step = metrics.step();
    norms.add(metrics.value(MetricKey.NORM_BEFORE_BN));
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (!norms.isFull() || norms.median() >= ZERO) {
      return Optional.empty();
    }
    return Optional.of(
        new FindingBuilder(Fault.DEAD_FEATURES)
            .saw("norm before batch normalisation", norms.median(), "above 1e-6")
            .abnormalIf(true)
            .during(MetricKey.NORM_BEFORE_BN, Math.max(1, step - WINDOW + 1), step)
            .found(
                Severity.ERROR,
                "Features are zero before batch normalisation: the encoder is dead.",
                "Lower the encoder's learning rate and weight decay, and look at its inputs with"
                    + " 'check all'."));
  }
}
