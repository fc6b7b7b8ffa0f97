package reidstudio.diagnostic.ce;

import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** Does cross-entropy reach the classifier and, through it, the encoders? */
final class GradientFlow implements Check {
  /** Below this a gradient is none; the threshold of the seed's script. */
  private static final double NONE = 1e-6;

  private final CeProbe probe;

  GradientFlow(CeProbe probe) {
    this.probe = probe;
  }

  @Override
  public String doing() {
    return "gradient of cross-entropy";
  }

  @Override
  public Finding run() {
    CeProbe.Measured seen = probe.measured();
    FindingBuilder finding =
        new FindingBuilder("ce.no-gradient")
            .saw("gradient norm of the classifier", seen.classifierGradient(), "above 1e-6")
            .abnormalIf(!(seen.classifierGradient() > NONE))
            .saw("gradient norm of the encoders", seen.trunkGradientOfCe(), "above 1e-6")
            .abnormalIf(!(seen.trunkGradientOfCe() > NONE));
    if (!(seen.classifierGradient() > NONE)) {
      return finding.found(
          Severity.ERROR,
          "No gradient of cross-entropy arrives at the classifier.",
          "Set loss.ceWeight above 0; logits that are cut off from the graph have the same effect.");
    }
    if (!(seen.trunkGradientOfCe() > NONE)) {
      return finding
          .ruledOut("Not a frozen classifier: a gradient arrives there.")
          .found(
              Severity.ERROR,
              "Cross-entropy trains the classifier but does not reach the encoders.",
              "Something between neck and encoder is cut off from the graph, or a weight there is 0.");
    }
    return finding.ok("Cross-entropy reaches the classifier and the encoders.");
  }
}
