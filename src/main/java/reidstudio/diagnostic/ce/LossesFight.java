package reidstudio.diagnostic.ce;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import reidstudio.batch.HostBatch;
import reidstudio.config.SdmConfig;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.diagnostic.probe.Gradients;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.Severity;
import reidstudio.objective.BatchObjective.Outcome;
import reidstudio.tensor.Scalar;

/**
 * Do cross-entropy and SDM pull the encoders into opposite directions? The cosine of their
 * gradients comes from three norms: of each alone, and of the sum of both brought to length 1,
 * whose square is {@code 2 + 2 cos}. So no gradient has to leave the device.
 */
final class LossesFight implements Check {
  /** Enough to see that losses do not fight. */
  private static final int FIRST_PROBES = 6;

  /** Before anybody is told that they do. */
  private static final int PROBES = 20;

  /** Of {@link #PROBES}; losses that do not fight come to so many once in 170 times (sign test). */
  private static final int ENOUGH_AGAINST = 16;

  /** Between gradients of millions of numbers a cosine is 0 by chance, give or take little. */
  private static final double AGAINST = -0.1;

  /** Before that a head near 0 pulls into a direction that its random weights have. */
  private static final int STEPS_OF_A_HEAD = 20;

  private final Subject subject;
  private final Gradients gradients;

  LossesFight(Subject subject) {
    this.subject = subject;
    this.gradients = new Gradients(subject);
  }

  @Override
  public String doing() {
    return "direction of cross-entropy's gradient against SDM's";
  }

  @Override
  public Finding run() {
    if (subject.config().loss().ceWeight() == 0
        || subject.config().loss().sdm().weightAt(heaviestEpoch()) == 0) {
      return new FindingBuilder(Fault.LOSSES_FIGHT).ok("Only one of both losses is on.");
    }
    List<Double> cosines = new ArrayList<>();
    try (NDManager scope = subject.pack().manager().newSubManager()) {
      for (int probe = 0; probe < PROBES && isOpen(probe, cosines); probe++) {
        double cosine = cosine(scope, subject.batches().batch(probe));
        if (Double.isFinite(cosine)) {
          cosines.add(cosine);
        }
      }
    } finally {
      gradients.forget();
    }
    return finding(cosines, subject.step(), subject.config().loss().sdm());
  }

  private static boolean isOpen(int probes, List<Double> cosines) {
    return probes < FIRST_PROBES || mean(cosines) < AGAINST;
  }

  private static double mean(List<Double> cosines) {
    return cosines.stream().mapToDouble(c -> c).average().orElse(0);
  }

  private int heaviestEpoch() {
    return subject.config().loss().sdm().heaviestEpoch(subject.config().epochs());
  }

  /** At the encoders; NaN if one of them is 0 there. */
  private double cosine(NDManager owner, HostBatch batch) {
    try (NDManager scope = owner.newSubManager()) {
      gradients.backward(scope, batch, o -> value(o, MetricKey.CE_LOSS));
      double ce = gradients.trunkNorm(scope);
      gradients.backward(scope, batch, o -> value(o, MetricKey.SDM_LOSS));
      double sdm = gradients.trunkNorm(scope);
      if (ce == 0 || sdm == 0) {
        return Double.NaN;
      }
      gradients.backward(
          scope,
          batch,
          o ->
              scaled(value(o, MetricKey.CE_LOSS), 1 / ce)
                  .add(scaled(value(o, MetricKey.SDM_LOSS), 1 / sdm)));
      double both = gradients.trunkNorm(scope);
      return both * both / 2 - 1;
    }
  }

  private static NDArray value(Outcome outcome, MetricKey key) {
    return outcome.terms().term(key).weighted();
  }

  private static NDArray scaled(NDArray array, double factor) {
    return array.mul(Scalar.of(array, factor));
  }

  /** What there is to say of the cosines of several batches after {@code step} steps. */
  static Finding finding(List<Double> cosines, long step, SdmConfig sdm) {
    double mean = mean(cosines);
    long against = cosines.stream().filter(c -> c < 0).count();
    FindingBuilder finding =
        new FindingBuilder(Fault.LOSSES_FIGHT)
            .saw("batches probed", cosines.size(), "")
            .saw("mean cosine of both gradients at the encoders", mean, "above -0.1")
            .abnormalIf(mean < AGAINST)
            .saw(
                "batches with a cosine below 0",
                Long.toString(against),
                "fewer than %d of %d".formatted(ENOUGH_AGAINST, PROBES))
            .abnormalIf(against >= ENOUGH_AGAINST);
    if (against < ENOUGH_AGAINST || !(mean < AGAINST)) {
      return finding.ok("Cross-entropy and SDM do not work against each other.");
    }
    if (step < STEPS_OF_A_HEAD) {
      return finding.found(
          Severity.INFO,
          "Both losses pull apart; the direction of a fresh head means nothing yet.",
          "Look again after " + STEPS_OF_A_HEAD + " steps.");
    }
    SdmWeight smaller = SdmWeight.scaled(sdm, 0.5);
    return finding
        .certainty(Certainty.LIKELY)
        .ruledOut(
            "Not a few odd batches: they pull apart in %d of %d that were probed."
                .formatted(against, cosines.size()))
        .tryChange(smaller.key(), smaller.value())
        .found(
            Severity.WARNING,
            "Cross-entropy and SDM pull the encoders into opposite directions.",
            "Set " + smaller.key() + " to " + smaller.value() + ", or give SDM warm-up epochs.");
  }
}
