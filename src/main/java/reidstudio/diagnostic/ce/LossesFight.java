package reidstudio.diagnostic.ce;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import reidstudio.config.SdmConfig;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.diagnostic.finding.SdmWeight;
import reidstudio.diagnostic.probe.Gradients;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.Severity;
import reidstudio.objective.BatchObjective.Outcome;
import reidstudio.tensor.Scalar;

/**
 * Do cross-entropy and SDM pull the encoders into opposite directions? The gradients of single
 * batches are mostly noise late in a run, so those of several batches are added up before they are
 * compared. Their cosine comes from three norms: of each sum alone, and of the sum of both brought
 * to length 1, whose square is {@code 2 + 2 cos}. So no gradient has to leave the device.
 */
final class LossesFight implements Check {
  /** Batches whose gradients are added up: enough to see that losses do not fight. */
  private static final int GROUP = 7;

  /** None may disagree before anybody is told that losses fight. */
  private static final int GROUPS = 3;

  /**
   * Calibrated: summed over a group it was -0.07 to 0.16 in healthy runs, -0.11 in a fresh model,
   * and -0.24 and -0.32 on the mean where SDM pushed people apart.
   */
  private static final double AGAINST = -0.15;

  /** Before that a head near 0 pulls into a direction that its random weights have. */
  private static final int UPDATES_OF_A_HEAD = 20;

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
      do {
        cosines.add(cosine(scope, cosines.size() * GROUP));
      } while (cosines.size() < GROUPS && mean(cosines) < AGAINST);
    } finally {
      gradients.forget();
    }
    return finding(
        cosines, subject.step(), subject.accumulation().size(), subject.config().loss().sdm());
  }

  private static double mean(List<Double> cosines) {
    return cosines.stream().mapToDouble(c -> c).average().orElse(0);
  }

  private int heaviestEpoch() {
    return subject.config().loss().sdm().heaviestEpoch(subject.config().epochs());
  }

  /** At the encoders, over a group of batches; NaN if one of both gradients is 0 there. */
  private double cosine(NDManager owner, int first) {
    double ce = norm(owner, first, o -> value(o, MetricKey.CE_LOSS));
    double sdm = norm(owner, first, o -> value(o, MetricKey.SDM_LOSS));
    if (ce == 0 || sdm == 0) {
      return Double.NaN;
    }
    double both =
        norm(
            owner,
            first,
            o ->
                scaled(value(o, MetricKey.CE_LOSS), 1 / ce)
                    .add(scaled(value(o, MetricKey.SDM_LOSS), 1 / sdm)));
    return both * both / 2 - 1;
  }

  /** Of the summed gradients of the batches of a group. */
  private double norm(NDManager owner, int first, Function<Outcome, NDArray> loss) {
    gradients.forget();
    for (int batch = first; batch < first + GROUP; batch++) {
      try (NDManager scope = owner.newSubManager()) {
        gradients.add(scope, subject.batches().batch(batch), loss);
      }
    }
    try (NDManager scope = owner.newSubManager()) {
      return gradients.trunkNorm(scope);
    }
  }

  private static NDArray value(Outcome outcome, MetricKey key) {
    return outcome.terms().term(key).weighted();
  }

  private static NDArray scaled(NDArray array, double factor) {
    return array.mul(Scalar.of(array, factor));
  }

  /**
   * What there is to say of the cosines of several groups of batches.
   *
   * @param step steps made so far
   * @param perUpdate steps of one update
   */
  static Finding finding(List<Double> cosines, long step, int perUpdate, SdmConfig sdm) {
    List<Double> known = cosines.stream().filter(Double::isFinite).toList();
    double mean = mean(known);
    FindingBuilder finding =
        new FindingBuilder(Fault.LOSSES_FIGHT)
            .saw("batches probed", (long) known.size() * GROUP, "")
            .saw("mean cosine of both gradients at the encoders", mean, "above -0.15")
            .abnormalIf(mean < AGAINST);
    if (known.size() < GROUPS
        || known.stream().anyMatch(cosine -> cosine >= 0)
        || !(mean < AGAINST)) {
      return finding.ok("Cross-entropy and SDM do not work against each other.");
    }
    long settled = (long) UPDATES_OF_A_HEAD * perUpdate;
    if (step < settled) {
      return finding.found(
          Severity.INFO,
          "Both losses pull apart; the direction of a fresh head means nothing yet.",
          "Look again after " + settled + " steps.");
    }
    SdmWeight smaller = SdmWeight.scaled(sdm, 0.5);
    return finding
        .certainty(Certainty.LIKELY)
        .ruledOut(
            "Not a few odd batches: they pull apart in %d groups of %d.".formatted(GROUPS, GROUP))
        .tryChange(smaller.key(), smaller.value())
        .found(
            Severity.WARNING,
            "Cross-entropy and SDM pull the encoders into opposite directions.",
            "Set " + smaller.key() + " to " + smaller.value() + ", or give SDM warm-up epochs.");
  }
}
