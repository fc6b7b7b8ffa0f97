package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.event.HeadReach;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.StepMetrics;

/** {@link HeadReach} of the updates so far, and of those that are planned. */
final class Reach {
  private final Recent norms = new Recent(50);
  private long steps;
  private long updates;
  private double rateSum;
  private double highestRate;

  void step(StepMetrics step, RunProfile known) {
    steps++;
    norms.add(step.value(MetricKey.NORM_AFTER_BN));
    double rate = step.value(MetricKey.RATE_HEAD);
    if (Double.isFinite(rate) && Updates.in(step, known)) {
      updates++;
      rateSum += rate;
      highestRate = Math.max(highestRate, rate);
    }
  }

  long updates() {
    return updates;
  }

  double rateSum() {
    return rateSum;
  }

  /** How far a logit can have moved; empty where rates or norms are not known. */
  Optional<HeadReach> soFar(RunProfile known) {
    return of(rateSum, known);
  }

  /** At most how far it can have moved at the end of the run; empty where that is not known. */
  Optional<HeadReach> atMost(RunProfile known) {
    if (known.totalSteps().isEmpty() || steps == 0) {
      return Optional.empty();
    }
    double perStep = updates / (double) steps;
    double left = Math.max(0, known.totalSteps().getAsLong() - steps) * perStep;
    double peak =
        known
            .config()
            .map(c -> Math.max(highestRate, c.optimizer().head().learningRate()))
            .orElse(highestRate);
    return of(rateSum + left * peak, known);
  }

  private Optional<HeadReach> of(double sum, RunProfile known) {
    double norm = norms.median();
    if (updates == 0 || Double.isNaN(norm)) {
      return Optional.empty();
    }
    double rootOfWidth =
        known.embedding().isPresent() ? Math.sqrt(known.embedding().getAsInt()) : norm;
    return Optional.of(HeadReach.of(norm, rootOfWidth, sum));
  }
}
