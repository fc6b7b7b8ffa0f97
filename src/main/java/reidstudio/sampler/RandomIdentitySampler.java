package reidstudio.sampler;

import java.util.List;

/**
 * Plain identity P x K, known as RandomIdentitySampler: P identities, K items of each, whatever
 * their modality. An identity comes as often in an epoch as it has K items; one with fewer shows
 * some twice. Triplet and identity losses ask for no more; SDM finds pairs by chance only.
 *
 * <p>The usual form draws until fewer than P identities are left and so only estimates its length;
 * here the length is the largest that the data allow, and is known before.
 */
public final class RandomIdentitySampler extends PkSampler {
  /**
   * @param identities P
   * @param instances K
   * @throws SamplerException if there are fewer than P identities
   */
  public RandomIdentitySampler(IdentityIndex index, int identities, int instances, long seed)
      throws SamplerException {
    super(
        new HandPlan(
            Supply.everyone(index, identities).stream()
                .map(own -> List.of(new HandPlan.Suit(own.all(), instances)))
                .toList(),
            identities,
            Integer.MAX_VALUE,
            seed),
        identities,
        instances);
  }
}
