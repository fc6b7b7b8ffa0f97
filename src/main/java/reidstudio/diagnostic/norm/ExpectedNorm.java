package reidstudio.diagnostic.norm;

import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.diagnostic.probe.FrozenModel;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Is the norm after batch normalisation the one that its gain and bias predict, {@code
 * sqrt(sum(gamma^2 + beta^2))}? Rows of 512 dimensions then have norm 22.6 whatever the network
 * does, which a fixed threshold of 15 takes for a fault.
 */
final class ExpectedNorm implements Check {
  /** Share of the encoder's rate to try when features have run into one another. */
  private static final double LOWER_RATE = 0.1;

  private final Subject subject;
  private final FrozenModel model;

  ExpectedNorm(Subject subject, FrozenModel model) {
    this.subject = subject;
    this.model = model;
  }

  @Override
  public String doing() {
    return "norm after batch normalisation against its prediction";
  }

  @Override
  public Finding run() {
    NeckNorms seen = NeckNorms.of(model.snapshot(0), subject.config().model().neck().scale());
    FindingBuilder finding = seen.saw(new FindingBuilder(Fault.NORM_UNEXPECTED));
    if (!seen.isAsPredicted()) {
      return unexpected(finding, seen);
    }
    if (seen.isAboveFixedThreshold() && seen.predicted().isPresent()) {
      finding.ruledOut(
          "Not a norm that is too large: an alarm at the fixed threshold of 15 would be false,"
              + " because batch normalisation gives just this norm.");
    }
    double scale = subject.config().model().neck().scale();
    if (seen.predicted().isEmpty()) {
      return finding.ok(
          scale > 0
              ? "Without batch normalisation rows get their length from model.neck.scale."
              : "Without batch normalisation no norm is predicted, and this one is finite.");
    }
    return finding.ok(
        "The norm after batch normalisation is "
            + FindingBuilder.number(seen.afterNorm())
            + ", as gamma and beta predict: it is healthy.");
  }

  private Finding unexpected(FindingBuilder finding, NeckNorms seen) {
    if (!Double.isFinite(seen.afterNorm())) {
      return finding.found(
          Severity.ERROR,
          "Features are not finite.",
          "Lower the learning rates, then look for damaged pictures with 'dataset verify'.");
    }
    double rate = subject.config().optimizer().encoder().learningRate();
    return finding
        .ruledOut("Not a large gamma or beta: the prediction is made from both of them.")
        .tryChange("optimizer.encoder.learningRate", FindingBuilder.number(rate * LOWER_RATE))
        .found(
            Severity.WARNING,
            "The norm after batch normalisation is not what gamma and beta predict.",
            "Features hardly differ within a batch, so that the neck has nothing to normalise:"
                + " start anew with a lower optimizer.encoder.learningRate.");
  }
}
