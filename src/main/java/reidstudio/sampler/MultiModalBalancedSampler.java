package reidstudio.sampler;

/**
 * P identities that have a visible and a non-visible item, K items of each, both kinds among them:
 * every row of the batch has a positive of the other kind.
 */
public final class MultiModalBalancedSampler extends PkSampler {
  /**
   * @param identities P
   * @param instances K, at least 2
   * @throws SamplerException if fewer than P identities are pairable or K is 1
   */
  public MultiModalBalancedSampler(IdentityIndex index, int identities, int instances, long seed)
      throws SamplerException {
    super(
        new PkPlan(Supply.pairable(index, identities, instances), identities, instances, seed),
        identities,
        instances);
  }
}
