package reidstudio.diagnostic.sampling;

import java.util.List;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.sampler.IdentityIndex;

/** The checks in the order data, indices, loader, capacity, batches, alternatives. */
public final class SamplingChecks {
  private SamplingChecks() {}

  /** All checks for {@code subject}. */
  public static List<Check> of(Subject subject) {
    IdentityIndex index = IdentityIndex.of(subject.dataset().trainItems());
    BatchSurvey survey = new BatchSurvey(index);
    return List.of(
        new ModalityCounts(subject),
        new IndexSpace(subject, index),
        new AnchorDropped(subject),
        new PairableIdentities(subject, index),
        new InstancesPerIdentity(subject, index),
        new EpochLength(subject),
        new PairableBatches(subject, survey),
        new ValidRows(subject, survey),
        new SamplerComparison(subject, index, survey));
  }
}
