package reidstudio.diagnostic.norm;

import ai.djl.ndarray.NDManager;
import reidstudio.config.NormConfig;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.diagnostic.probe.FrozenModel;
import reidstudio.diagnostic.probe.Gradients;
import reidstudio.diagnostic.probe.Snapshot;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.Severity;

/**
 * Can the penalty on norms do what it is there for? Behind batch normalisation it moves gamma and
 * beta only: what the encoders do to the norm is undone before the penalty sees it.
 */
final class PenaltyReach implements Check {
  /** Of cross-entropy's gradient; less is lost in the noise of two batches. */
  private static final double IDLE = 1e-3;

  private final Subject subject;
  private final FrozenModel model;

  PenaltyReach(Subject subject, FrozenModel model) {
    this.subject = subject;
    this.model = model;
  }

  @Override
  public String doing() {
    return "what the penalty on norms can reach";
  }

  @Override
  public Finding run() {
    NormConfig config = subject.config().loss().norm();
    FindingBuilder finding = new FindingBuilder(Fault.NORM_PENALTY_IDLE);
    if (config.weight() == 0) {
      return finding.saw("weight of the penalty", "0", "").ok("The penalty on norms is off.");
    }
    NeckNorms norms = NeckNorms.of(model.snapshot(0), 0);
    double pull = relativePull();
    double lowest = Math.max(0, config.target() - config.band());
    double highest = config.target() + config.band();
    boolean inside = norms.afterNorm() >= lowest && norms.afterNorm() <= highest;
    finding
        .saw("weight of the penalty", config.weight(), "")
        .saw(
            "band of the penalty",
            FindingBuilder.number(lowest) + " to " + FindingBuilder.number(highest),
            "holds the norm")
        .abnormalIf(!inside)
        .saw("mean norm of the rows that it acts on", norms.afterNorm(), "")
        .saw("its gradient at the encoders over that of cross-entropy", pull, "");
    if (inside) {
      return finding.ok("The norm lies in the band, so the penalty rests.");
    }
    if (norms.predicted().isPresent()) {
      String norm = FindingBuilder.number(norms.predicted().getAsDouble());
      return finding
          .ruledOut("Not a weight that is too small: no weight reaches past batch normalisation.")
          .tryChange("loss.norm.target", norm)
          .found(
              Severity.WARNING,
              "The penalty wants another norm than batch normalisation gives, and acts on its"
                  + " gamma only.",
              "Set loss.norm.target to " + norm + ", or loss.norm.weight to 0.");
    }
    if (pull < IDLE) {
      String weight = FindingBuilder.number(strongerWeight(config.weight(), pull));
      return finding
          .tryChange("loss.norm.weight", weight)
          .found(
              Severity.WARNING,
              "The penalty on norms pulls too weakly to be felt.",
              "Set loss.norm.weight to " + weight + ".");
    }
    return finding.ok("The penalty on norms reaches the encoders.");
  }

  /** Gradient of the weighted penalty over that of weighted cross-entropy, both at the encoders. */
  private double relativePull() {
    Snapshot seen = model.snapshot(0);
    Gradients gradients = new Gradients(subject);
    try (NDManager scope = subject.pack().manager().newSubManager()) {
      gradients.backward(
          scope, seen.batch(), o -> o.terms().term(MetricKey.NORM_PENALTY).weighted());
      double penalty = gradients.trunkNorm(scope);
      gradients.backward(scope, seen.batch(), o -> o.terms().term(MetricKey.CE_LOSS).weighted());
      double crossEntropy = gradients.trunkNorm(scope);
      return crossEntropy > 0 ? penalty / crossEntropy : Double.POSITIVE_INFINITY;
    } finally {
      gradients.forget();
    }
  }

  /** A tenth of cross-entropy's pull, within what the setting allows. */
  private static double strongerWeight(double weight, double pull) {
    return Math.min(1000, pull > 0 ? weight * 0.1 / pull : weight * 1000);
  }
}
