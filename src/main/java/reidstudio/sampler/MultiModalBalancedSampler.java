package reidstudio.sampler;

import java.util.List;

/**
 * P identities that have a visible and a non-visible item, K items of each, both kinds among them:
 * every row of the batch has a positive of the other kind.
 */
public final class MultiModalBalancedSampler implements BatchSampler {
  private final PkPlan plan;
  private final int identities;
  private final int instances;

  /**
   * @param identities P
   * @param instances K, at least 2
   * @throws SamplerException if fewer than P identities are pairable or K is 1
   */
  public MultiModalBalancedSampler(IdentityIndex index, int identities, int instances, long seed)
      throws SamplerException {
    List<IdentityIndex.Identity> pairable = index.pairable();
    if (instances < 2) {
      throw new SamplerException(
          "sampler.instances is 1, a visible and a non-visible item of an identity need 2; raise"
              + " it.");
    }
    if (pairable.size() < identities) {
      throw new SamplerException(
          ("%d of %d identities have a visible and a non-visible item, a batch needs %d; lower"
                  + " sampler.identities or add data.")
              .formatted(pairable.size(), index.identities().size(), identities));
    }
    this.plan = new PkPlan(pairable, identities, instances, seed);
    this.identities = identities;
    this.instances = instances;
  }

  @Override
  public List<int[]> epoch(int epoch) {
    return plan.epoch(epoch);
  }

  @Override
  public int size() {
    return plan.size();
  }

  @Override
  public int identities() {
    return identities;
  }

  @Override
  public int instances() {
    return instances;
  }
}
