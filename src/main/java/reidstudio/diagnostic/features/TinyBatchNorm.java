package reidstudio.diagnostic.features;

import reidstudio.config.SamplerConfig;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** Are batches large enough for the statistics that batch normalisation takes of them? */
final class TinyBatchNorm implements Check {
  private static final int ENOUGH = 16;

  private final Subject subject;

  TinyBatchNorm(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "batch size for batch normalisation";
  }

  @Override
  public Finding run() {
    SamplerConfig sampler = subject.config().sampler();
    FindingBuilder finding =
        new FindingBuilder(Fault.TINY_BATCH_NORM)
            .saw("items in a batch", sampler.batchSize(), "at least " + ENOUGH)
            .abnormalIf(sampler.batchSize() < ENOUGH);
    if (!subject.config().model().neck().batchNorm()) {
      return finding.ok("There is no batch normalisation that a small batch could disturb.");
    }
    if (sampler.batchSize() >= ENOUGH) {
      return finding.ok("Batches are large enough for batch normalisation.");
    }
    int identities = (ENOUGH + sampler.instances() - 1) / sampler.instances();
    boolean enoughPeople = identities <= subject.dataset().pairableIdentities();
    String key = enoughPeople ? "sampler.identities" : "sampler.instances";
    int value =
        enoughPeople ? identities : (ENOUGH + sampler.identities() - 1) / sampler.identities();
    return finding
        .certainty(Certainty.LIKELY)
        .ruledOut("Not helped by optimizer.accumulation: statistics are taken of single batches.")
        .tryChange(key, value)
        .found(
            Severity.WARNING,
            "Batch normalisation sees "
                + sampler.batchSize()
                + " items, too few for its statistics.",
            "Set " + key + " to " + value + ".");
  }
}
