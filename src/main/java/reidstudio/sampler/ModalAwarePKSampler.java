package reidstudio.sampler;

import java.util.List;

/**
 * P identities of any kind, K items of each, a visible and a non-visible one among them where the
 * identity has both. An identity with fewer than K items shows some twice.
 */
public final class ModalAwarePKSampler implements BatchSampler {
  private final PkPlan plan;
  private final int identities;
  private final int instances;

  /**
   * @param identities P
   * @param instances K
   * @throws SamplerException if there are fewer than P identities
   */
  public ModalAwarePKSampler(IdentityIndex index, int identities, int instances, long seed)
      throws SamplerException {
    if (index.identities().size() < identities) {
      throw new SamplerException(
          "There are %d identities, a batch needs %d; lower sampler.identities or add data."
              .formatted(index.identities().size(), identities));
    }
    this.plan = new PkPlan(index.identities(), identities, instances, seed);
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
