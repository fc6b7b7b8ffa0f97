package reidstudio.diagnostic.experiment;

import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** Has batch normalisation enough rows to take a mean and a variance over? */
final class NeckRows implements Check {
  /**
   * Our own; with fewer, two batches of one sampler differ by a quarter of a deviation and more.
   */
  private static final int FEWEST = 16;

  private final Subject subject;

  NeckRows(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "rows that batch normalisation gets";
  }

  @Override
  public Finding run() {
    int rows = subject.batches().batch(0).rowLabels().length;
    FindingBuilder finding =
        new FindingBuilder(Fault.TINY_BATCH_NORM)
            .saw("rows in the neck, items and fused queries", rows, "at least " + FEWEST)
            .abnormalIf(rows < FEWEST);
    if (!subject.config().model().neck().batchNorm()) {
      return finding.ok("The neck has no batch normalisation.");
    }
    if (rows >= FEWEST) {
      return finding.ok("Batch normalisation has enough rows.");
    }
    int instances = subject.config().sampler().instances();
    int identities = (FEWEST + instances - 1) / instances;
    return finding
        .tryChange("sampler.identities", identities)
        .found(
            Severity.WARNING,
            "Batch normalisation takes its statistics over few rows, so they are noise.",
            "Set sampler.identities to " + identities + " or switch model.neck.batchNorm off.");
  }
}
