package reidstudio.diagnostic.norm;

import reidstudio.config.NormRule;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.diagnostic.probe.FrozenModel;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** The rule {@link NormRule#SEED}, and what {@link NormRule#EXPECTED} thinks of its verdict. */
final class FixedThreshold implements Check {
  private final Subject subject;
  private final FrozenModel model;

  FixedThreshold(Subject subject, FrozenModel model) {
    this.subject = subject;
    this.model = model;
  }

  @Override
  public String doing() {
    return "norm of the last rows against fixed thresholds";
  }

  @Override
  public Finding run() {
    NeckNorms seen = NeckNorms.of(model.snapshot(0), subject.config().model().neck().scale());
    FindingBuilder finding =
        seen.saw(new FindingBuilder(Fault.NORM_ABOVE_FIXED))
            .abnormalIf(seen.isAboveFixedThreshold())
            .certainty(Certainty.POSSIBLE);
    if (!seen.isAboveFixedThreshold()) {
      return finding.ok(
          seen.isNormalised()
              ? "Rows are L2-normalised, by the fixed threshold of 2."
              : "Norms lie below the fixed threshold of 15.");
    }
    if (seen.predicted().isPresent() && seen.isAsPredicted()) {
      return finding
          .ruledOut(
              "By the prediction from gamma and beta this norm is healthy, and the alarm is false.")
          .tryChange("diagnosis.normRule", "expected")
          .found(
              Severity.WARNING,
              "Norms lie above the fixed threshold of 15.",
              "Set diagnosis.normRule to expected: the prediction finds this norm healthy.");
    }
    return finding.found(
        Severity.WARNING,
        "Norms lie above the fixed threshold of 15.",
        seen.predicted().isPresent()
            ? "The prediction from gamma and beta finds this norm wrong too: look for features that"
                + " have run into one another."
            : "Without batch normalisation nothing bounds a norm: set model.neck.batchNorm to true.");
  }
}
