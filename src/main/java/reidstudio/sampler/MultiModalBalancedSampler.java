package reidstudio.sampler;

import java.util.List;

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
    super(enough(index, identities, instances), identities, instances, seed);
  }

  private static List<IdentityIndex.Identity> enough(
      IdentityIndex index, int identities, int instances) throws SamplerException {
    if (instances < 2) {
      throw new SamplerException(
          "sampler.instances is 1, a visible and a non-visible item of an identity need 2; raise"
              + " it.");
    }
    List<IdentityIndex.Identity> pairable = index.pairable();
    if (pairable.size() < identities) {
      throw new SamplerException(
          ("%d of %d identities have a visible and a non-visible item, a batch needs %d; lower"
                  + " sampler.identities or add data.")
              .formatted(pairable.size(), index.identities().size(), identities));
    }
    return pairable;
  }
}
