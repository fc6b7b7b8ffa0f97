package reidstudio.diagnostic.ce;

import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** Are logits finite and of a size that softmax can use? */
final class LogitScale implements Check {
  private static final double TOO_LARGE = 100;

  private final CeProbe probe;

  LogitScale(CeProbe probe) {
    this.probe = probe;
  }

  @Override
  public String doing() {
    return "size of the logits";
  }

  @Override
  public Finding run() {
    CeProbe.Measured seen = probe.measured();
    FindingBuilder finding =
        new FindingBuilder("ce.logit-scale")
            .saw("largest logit", seen.largestLogit(), "below " + FindingBuilder.number(TOO_LARGE))
            .saw("mean magnitude after the neck", seen.meanFeature(), "about 0.8");
    if (!(seen.largestLogit() < TOO_LARGE)) {
      return finding.found(
          Severity.ERROR,
          "Logits are so large that softmax saturates.",
          "Lower optimizer.head.learningRate.");
    }
    return finding.ok("Logits are finite and of a usable size.");
  }
}
