package reidstudio.diagnostic.sampling;

import reidstudio.data.Modality;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.sampler.IdentityIndex;

/** How many identities have a visible and a non-visible item, and are they enough for a batch? */
final class PairableIdentities implements Check {
  /** Below this the seed's script calls the data set unusable. */
  private static final int FEW = 50;

  private final Subject subject;
  private final IdentityIndex index;

  PairableIdentities(Subject subject, IdentityIndex index) {
    this.subject = subject;
    this.index = index;
  }

  @Override
  public String doing() {
    return "identities that can form a pair";
  }

  @Override
  public Finding run() {
    int wanted = subject.config().sampler().identities();
    int pairable = index.pairable().size();
    long visibleOnly = unpairable(true);
    long otherOnly = unpairable(false);
    PairsNeeded pairs = PairsNeeded.of(subject.config());
    FindingBuilder finding =
        new FindingBuilder("sampling.too-few-pairable")
            .saw(
                "identities with visible and other items",
                pairable,
                pairs.byLoss() ? "at least " + wanted + ", better " + FEW : "")
            .abnormalIf(pairs.byLoss() && pairable < Math.max(wanted, FEW))
            .saw(
                "identities with visible items only",
                Long.toString(visibleOnly),
                pairs.byLoss() ? "0" : "")
            .abnormalIf(pairs.byLoss() && visibleOnly > 0)
            .saw(
                "identities with other items only",
                Long.toString(otherOnly),
                pairs.byLoss() ? "0" : "")
            .abnormalIf(pairs.byLoss() && otherOnly > 0);
    if (!pairs.byLoss() && (pairable < Math.max(wanted, FEW) || visibleOnly + otherOnly > 0)) {
      return pairs.notMissed(finding);
    }
    if (pairable < wanted) {
      if (pairable > 0) {
        finding.tryChange("sampler.identities", pairable);
      }
      return finding
          .ruledOut("Not the sampler: the data set itself has no more pairs.")
          .found(
              Severity.ERROR,
              pairable + " identities can form a pair, a batch needs " + wanted + ".",
              "Lower sampler.identities to "
                  + Math.max(1, pairable)
                  + " or add items to the others.");
    }
    if (pairable < FEW) {
      return finding.found(
          Severity.WARNING,
          "Only " + pairable + " identities can form a pair.",
          "The model will know few people; add identities with a visible and another item.");
    }
    if (visibleOnly + otherOnly > 0) {
      return finding.found(
          Severity.INFO,
          "Some identities cannot form a pair; they train the classifier at most.",
          "Add the missing side where you can.");
    }
    return finding.ok("Every identity can form a pair.");
  }

  private long unpairable(boolean visible) {
    return index.identities().stream()
        .filter(identity -> !identity.isPairable())
        .filter(identity -> identity.positions().containsKey(Modality.VIS) == visible)
        .count();
  }
}
