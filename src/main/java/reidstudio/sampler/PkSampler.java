package reidstudio.sampler;

import java.util.List;

/** P identities with K items each; kinds differ in their plan and in whom they draw from. */
abstract class PkSampler implements BatchSampler {
  private final EpochPlan plan;
  private final int identities;
  private final int instances;

  /** Follows {@code plan}, whose batches hold P times K items. */
  PkSampler(EpochPlan plan, int identities, int instances) {
    this.plan = new KeptEpoch(plan);
    this.identities = identities;
    this.instances = instances;
  }

  @Override
  public final List<int[]> epoch(int epoch) {
    return plan.epoch(epoch);
  }

  @Override
  public final int size() {
    return plan.size();
  }

  @Override
  public final int identities() {
    return identities;
  }

  @Override
  public final int instances() {
    return instances;
  }
}
