package reidstudio.sampler;

import java.util.List;

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
    super(enough(index, identities), identities, instances, seed);
  }

  private static List<IdentityIndex.Identity> enough(IdentityIndex index, int identities)
      throws SamplerException {
    if (index.identities().size() < identities) {
      throw new SamplerException(
          "There are %d identities, a batch needs %d; lower sampler.identities or add data."
              .formatted(index.identities().size(), identities));
    }
    return index.identities();
  }
}
