package reidstudio.diagnostic.sampling;

import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.sampler.IdentityIndex;

/**
 * Is K at least 2, and do identities have K different items? Cross-entropy alone needs no second
 * item of anybody.
 */
final class InstancesPerIdentity implements Check {
  private final Subject subject;
  private final IdentityIndex index;

  InstancesPerIdentity(Subject subject, IdentityIndex index) {
    this.subject = subject;
    this.index = index;
  }

  @Override
  public String doing() {
    return "items of each identity";
  }

  @Override
  public Finding run() {
    int instances = subject.config().sampler().instances();
    boolean compared = PairsNeeded.of(subject.config()).byLoss() || triplet() > 0;
    long shorter = index.identities().stream().filter(i -> i.size() < instances).count();
    FindingBuilder finding =
        new FindingBuilder("sampling.k-too-small")
            .saw("K, items of an identity in a batch", instances, compared ? "at least 2" : "")
            .abnormalIf(compared && instances < 2)
            .saw("identities with fewer than K items", Long.toString(shorter), "0")
            .abnormalIf(shorter > 0);
    if (instances < 2 && !compared) {
      return finding.found(
          Severity.INFO, "No fault: no loss compares the items of an identity, so K may be 1.", "");
    }
    if (instances < 2) {
      return finding
          .ruledOut("Not the sampler: every kind of it needs two items of an identity.")
          .tryChange("sampler.instances", 4)
          .found(
              Severity.ERROR,
              "With K = 1 an identity is alone in its batch and nothing can match it.",
              "Set sampler.instances to 4.");
    }
    if (shorter > 0) {
      return finding.found(
          Severity.INFO,
          shorter + " identities have fewer than K items; theirs are repeated in a batch.",
          "Lower sampler.instances if most identities are that small.");
    }
    return finding.ok("Every identity can fill its K places with different items.");
  }

  private double triplet() {
    return subject.config().loss().triplet().weight();
  }
}
