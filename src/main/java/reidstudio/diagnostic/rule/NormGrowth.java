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
 * Does the norm before batch normalisation run away? Normalisation hides it from every loss, until
 * the numbers are too large for their precision.
 */
final class NormGrowth implements Rule {
  private static final int WINDOW = 50;

  /** Windows in a row in which it must grow. */
  private static final int WINDOWS = 5;

  /** Growth over these windows together (TheDeepChecker: diverging doubles). */
  private static final double GROWTH = 2;

  /** A feature of D numbers of magnitude 10 is large whatever made it grow. */
  private static final double LARGE_PER_DIMENSION = 10;

  private final Windows norms = new Windows(WINDOW);
  private long step;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    step = metrics.step();
    norms.add(metrics.value(MetricKey.NORM_BEFORE_BN));
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (norms.count() <= WINDOWS) {
      return Optional.empty();
    }
    for (int back = 0; back < WINDOWS; back++) {
      if (norms.back(back) <= norms.back(back + 1)) {
        return Optional.empty();
      }
    }
    double growth = norms.back(0) / norms.back(WINDOWS);
    double large = LARGE_PER_DIMENSION * Math.sqrt(known.embedding().orElse(512));
    if (growth < GROWTH || norms.back(0) < large) {
      return Optional.empty();
    }
    return Optional.of(
        new FindingBuilder(Fault.NORM_GROWING)
            .certainty(Certainty.LIKELY)
            .saw("norm before batch normalisation now", norms.back(0), "")
            .saw("the same " + WINDOWS * WINDOW + " steps ago", norms.back(WINDOWS), "")
            .saw("growth", growth, "below 2")
            .abnormalIf(true)
            .saw("growth since the first window", norms.back(0) / norms.first(), "")
            .during(MetricKey.NORM_BEFORE_BN, Math.max(1, step - (long) WINDOWS * WINDOW + 1), step)
            .found(
                Severity.WARNING,
                "The norm before batch normalisation grows without end.",
                "Lower the encoder's learning rate or raise its weight decay."));
  }
}
