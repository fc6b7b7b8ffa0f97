package reidstudio.diagnostic.sampling;

import java.util.Arrays;
import java.util.List;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** Does the sampler give as many batches as it claims, and do they reach the whole data set? */
final class EpochLength implements Check {
  private static final double SHORT = 0.9;
  private static final int EPOCHS = 3;

  private final Subject subject;

  EpochLength(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "length of an epoch";
  }

  @Override
  public Finding run() {
    List<int[]> epoch = subject.sampler().sampler().epoch(0);
    int claimed = subject.sampler().sampler().size();
    int items = subject.dataset().trainItems().size();
    int nominal = Math.max(1, items / subject.config().sampler().batchSize());
    boolean[] used = new boolean[items];
    for (int e = 0; e < EPOCHS; e++) {
      for (int[] batch : subject.sampler().sampler().epoch(e)) {
        Arrays.stream(batch).forEach(i -> used[i] = true);
      }
    }
    int reached = 0;
    for (boolean one : used) {
      reached += one ? 1 : 0;
    }
    FindingBuilder finding =
        new FindingBuilder("sampling.epoch-short")
            .saw("batches that an epoch gives", epoch.size(), "as claimed: " + claimed)
            .abnormalIf(epoch.size() != claimed)
            .saw("items over batch size", nominal, "")
            .saw("items used in " + EPOCHS + " epochs", reached, "most of " + items);
    if (epoch.size() != claimed) {
      return finding.found(
          Severity.ERROR,
          "The sampler claims " + claimed + " batches and gives " + epoch.size() + ".",
          "Use another sampler.kind and report this as a bug.");
    }
    if (epoch.size() < SHORT * nominal) {
      return finding.found(
          Severity.INFO,
          "An epoch is shorter than one pass over all items.",
          "Plan more epochs: learning counts in steps, not in epochs.");
    }
    return finding.ok("An epoch gives the batches that the sampler claims.");
  }
}
