package reidstudio.diagnostic.features;

import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Do all features point the same way? The loss does not show it: from a temperature of 0.1 on SDM
 * can hardly tell collapsed features from random ones.
 */
final class Collapse implements Check {
  private static final double MEAN_COSINE = 0.95;
  private static final double SPREAD = 0.2;

  /** An untrained encoder maps most pictures close together; it needs updates to spread them. */
  private static final int UPDATES_TO_SPREAD = 300;

  private final Subject subject;
  private final BatchFeatures features;

  Collapse(Subject subject, BatchFeatures features) {
    this.subject = subject;
    this.features = features;
  }

  @Override
  public String doing() {
    return "features that all point the same way";
  }

  @Override
  public Finding run() {
    UnitRows rows = features.all();
    FindingBuilder finding =
        new FindingBuilder(Fault.COLLAPSED)
            .saw("features looked at", rows.size(), "")
            .saw("mean cosine of two features", rows.meanCosine(), "below 0.95")
            .abnormalIf(!(rows.meanCosine() <= MEAN_COSINE))
            .saw("spread of unit features", rows.spread(), "above 0.2, 1 is all directions")
            .abnormalIf(!(rows.spread() >= SPREAD));
    if (rows.size() < 2) {
      return finding.found(
          Severity.INFO,
          "Fewer than two features have a direction.",
          "See the finding about features that are zero.");
    }
    if (rows.meanCosine() <= MEAN_COSINE || rows.spread() >= SPREAD) {
      return finding.ok("Features point into different directions.");
    }
    long steps = (long) UPDATES_TO_SPREAD * subject.accumulation().size();
    if (subject.step() < steps) {
      return finding.found(
          Severity.INFO,
          "Features lie close together; that is normal in the first steps.",
          "Look again after " + steps + " steps.");
    }
    double rate = subject.config().optimizer().encoder().learningRate();
    return finding
        .certainty(Certainty.LIKELY)
        .ruledOut("Not the first steps, in which features of any model lie close together.")
        .tryChange("optimizer.encoder.learningRate", FindingBuilder.number(rate / 10))
        .found(
            Severity.ERROR,
            "All features point the same way: nobody can be told from anybody.",
            "Start anew with a lower optimizer.encoder.learningRate.");
  }
}
