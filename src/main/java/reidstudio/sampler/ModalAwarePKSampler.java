package reidstudio.sampler;

/**
 * P identities of any kind, K items of each, a visible and a non-visible one among them where the
 * identity has both. An identity with fewer than K items shows some twice.
 */
public final class ModalAwarePKSampler extends PkSampler {
  /**
   * @param identities P
   * @param instances K
   * @throws SamplerException if there are fewer than P identities
   */
  public ModalAwarePKSampler(IdentityIndex index, int identities, int instances, long seed)
      throws SamplerException {
    super(
        new PkPlan(Supply.everyone(index, identities), identities, instances, seed),
        identities,
        instances);
  }
}
