package reidstudio.sampler;

import java.util.List;

/** P identities with K items each; kinds differ in which identities they draw from. */
abstract class PkSampler implements BatchSampler {
  private final PkPlan plan;
  private final int identities;
  private final int instances;

  /** Draws from {@code people}, of whom there are at least P. */
  PkSampler(List<IdentityIndex.Identity> people, int identities, int instances, long seed) {
    this.plan = new PkPlan(people, identities, instances, seed);
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
