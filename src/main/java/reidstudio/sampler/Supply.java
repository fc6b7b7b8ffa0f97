package reidstudio.sampler;

import java.util.List;

/** Whom a sampler may draw from, if they are enough for one batch. */
final class Supply {
  private Supply() {}

  /**
   * Everyone.
   *
   * @param identities P
   * @throws SamplerException if there are fewer than P
   */
  static List<IdentityIndex.Identity> everyone(IdentityIndex index, int identities)
      throws SamplerException {
    if (index.identities().size() < identities) {
      throw new SamplerException(
          "There are %d identities, a batch needs %d; lower sampler.identities or add data."
              .formatted(index.identities().size(), identities));
    }
    return index.identities();
  }

  /**
   * Those who have a visible and a non-visible item.
   *
   * @param identities P
   * @param instances K, which must have room for both
   * @throws SamplerException if fewer than P are pairable or K is 1
   */
  static List<IdentityIndex.Identity> pairable(IdentityIndex index, int identities, int instances)
      throws SamplerException {
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
