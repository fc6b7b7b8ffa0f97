package reidstudio.diagnostic.ce;

import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.diagnostic.finding.SdmWeight;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Does SDM drown cross-entropy in the encoders that both train? A head that starts near 0 passes
 * hardly any gradient on, so cross-entropy is judged as it pulls once its logits spread by 1; or
 * every fresh model would be found ill.
 */
final class LossBalance implements Check {
  private static final double DROWNS = 10;

  private final Subject subject;
  private final CeProbe probe;

  LossBalance(Subject subject, CeProbe probe) {
    this.subject = subject;
    this.probe = probe;
  }

  @Override
  public String doing() {
    return "gradient of SDM against gradient of cross-entropy";
  }

  @Override
  public Finding run() {
    CeProbe.Measured seen = probe.measured();
    double ratio = seen.trunkGradientOfSdm() / seen.grownTrunkGradientOfCe();
    FindingBuilder finding =
        new FindingBuilder("ce.sdm-drowns-ce")
            .saw("weight of cross-entropy", subject.config().loss().ceWeight(), "")
            .saw("highest weight of SDM", seen.sdmWeight(), "")
            .saw("encoder gradient from cross-entropy now", seen.trunkGradientOfCe(), "")
            .saw("the same once logits spread by 1", seen.grownTrunkGradientOfCe(), "")
            .saw("encoder gradient from SDM", seen.trunkGradientOfSdm(), "")
            .saw("SDM over cross-entropy", ratio, "below " + FindingBuilder.number(DROWNS))
            .abnormalIf(ratio > DROWNS);
    if (ratio > DROWNS) {
      double factor = DROWNS / ratio / 2;
      String proposal = FindingBuilder.number(seen.sdmWeight() * factor);
      SdmWeight smaller = SdmWeight.scaled(subject.config().loss().sdm(), factor);
      return finding
          .certainty(Certainty.LIKELY)
          .ruledOut(
              "Not a head that is still near 0: cross-entropy is judged with logits that spread.")
          .tryChange(smaller.key(), smaller.value())
          .found(
              Severity.WARNING,
              "SDM's gradient is " + FindingBuilder.number(ratio) + " times that of cross-entropy.",
              subject.config().loss().sdm().weightSteps().isEmpty()
                  ? "Set loss.sdm.weight to about " + proposal + ", or add warm-up epochs."
                  : "Let no step of loss.sdm.weightSteps exceed about " + proposal + ".");
    }
    return finding.ok("Neither loss drowns the other.");
  }
}
