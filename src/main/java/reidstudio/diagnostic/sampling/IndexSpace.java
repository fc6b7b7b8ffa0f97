package reidstudio.diagnostic.sampling;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.sampler.BatchSampler;
import reidstudio.sampler.IdentityIndex;

/**
 * Do the labels that are found under a plan's indices form the P identities with K items each that
 * the sampler promises? One that numbers another list of items than the loader, a filtered one or
 * one in another order, yields batches of the right size whose identities are any: up to P * K of
 * them, most with a single item. A plain shuffle promises nothing but positions that exist.
 */
final class IndexSpace implements Check {
  private static final int BATCHES = 50;

  private final Subject subject;
  private final IdentityIndex index;

  IndexSpace(Subject subject, IdentityIndex index) {
    this.subject = subject;
    this.index = index;
  }

  /** What some batches have. */
  private static final class Counts {
    private int batches;
    private int broken;
    private int outside;
    private double identities;
    private int fewest = Integer.MAX_VALUE;
  }

  @Override
  public String doing() {
    return "identities under the indices of " + BATCHES + " batches";
  }

  @Override
  public Finding run() {
    BatchSampler sampler = subject.sampler().sampler();
    Counts seen = counts(sampler);
    boolean promised = subject.sampler().kind().groupsIdentities();
    FindingBuilder finding =
        new FindingBuilder(Fault.WRONG_INDEX_SPACE)
            .saw("batches looked at", seen.batches, "")
            .saw("indices beyond the items of the data set", seen.outside, "0")
            .abnormalIf(seen.outside > 0);
    if (promised) {
      finding
          .saw(
              "identities of a batch, mean",
              seen.identities / seen.batches,
              Integer.toString(sampler.identities()))
          .abnormalIf(seen.identities != (double) seen.batches * sampler.identities())
          .saw("fewest items of an identity", seen.fewest, Integer.toString(sampler.instances()))
          .abnormalIf(seen.fewest != sampler.instances())
          .saw("batches that are not P times K", seen.broken, "0")
          .abnormalIf(seen.broken > 0);
    }
    if (seen.outside > 0 || (promised && seen.broken > 0)) {
      return finding
          .ruledOut("Not the data: a sampler that counts its items gets P times K out of any data.")
          .found(
              Severity.ERROR,
              "The sampler's plans number other items than the data set has.",
              "Build the sampler from exactly the list of items that the loader reads from, after"
                  + " every filter.");
    }
    return finding.ok(
        promised
            ? "Under the sampler's indices lie the identities that it promises."
            : "Every index of the shuffle is that of an item.");
  }

  private Counts counts(BatchSampler sampler) {
    Counts seen = new Counts();
    for (int epoch = 0; seen.batches < BATCHES; epoch++) {
      List<int[]> plans = sampler.epoch(epoch);
      for (int[] plan : plans.subList(0, Math.min(plans.size(), BATCHES - seen.batches))) {
        count(plan, sampler, seen);
      }
    }
    return seen;
  }

  private void count(int[] plan, BatchSampler sampler, Counts seen) {
    seen.batches++;
    int[] labels =
        Arrays.stream(plan).filter(i -> i >= 0 && i < index.size()).map(index::label).toArray();
    seen.outside += plan.length - labels.length;
    Set<Integer> different = new HashSet<>();
    Arrays.stream(labels).forEach(different::add);
    int fewest =
        different.stream()
            .mapToInt(label -> (int) Arrays.stream(labels).filter(l -> l == label).count())
            .min()
            .orElse(0);
    seen.identities += different.size();
    seen.fewest = Math.min(seen.fewest, fewest);
    boolean sound = different.size() == sampler.identities() && fewest == sampler.instances();
    seen.broken += sound && labels.length == sampler.batchSize() ? 0 : 1;
  }
}
