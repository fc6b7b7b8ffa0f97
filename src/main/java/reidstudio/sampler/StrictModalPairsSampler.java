package reidstudio.sampler;

import java.util.List;

/**
 * Strict modal pairs, as PRCV's ModalAwarePKSampler_Strict means them: P distinct identities, of
 * each floor(K / 2) visible items and K - floor(K / 2) others.
 *
 * <p>An identity that lacks a side altogether is never drawn. One that has a side, but too few
 * items of it, repeats those in turn. With reuse an identity comes back within an epoch as often as
 * both sides have items that were not shown in it yet; without, once. Both end.
 */
public final class StrictModalPairsSampler extends PkSampler {
  /**
   * @param identities P
   * @param instances K, at least 2
   * @param reuse whether an identity may come back within an epoch
   * @throws SamplerException if fewer than P identities are pairable or K is 1
   */
  public StrictModalPairsSampler(
      IdentityIndex index, int identities, int instances, boolean reuse, long seed)
      throws SamplerException {
    super(
        new HandPlan(
            Supply.pairable(index, identities, instances).stream()
                .map(
                    own ->
                        List.of(
                            new HandPlan.Suit(own.visible(), visible(instances)),
                            new HandPlan.Suit(own.nonVisible(), instances - visible(instances))))
                .toList(),
            identities,
            reuse ? Integer.MAX_VALUE : 1,
            seed),
        identities,
        instances);
  }

  /** Visible items among the {@code instances} of an identity. */
  static int visible(int instances) {
    return instances / 2;
  }
}
