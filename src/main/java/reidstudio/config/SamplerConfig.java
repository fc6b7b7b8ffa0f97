package reidstudio.config;

/**
 * P x K batches.
 *
 * @param kind how items are drawn
 * @param identities P, identities in a batch
 * @param instances K, items of each identity
 * @param pairableFloor share of pairable identities in the first batches below which {@link
 *     SamplerKind#MULTI_MODAL_BALANCED} gives way to {@link SamplerKind#MODAL_AWARE_PK}
 * @param reuseIdentities whether {@link SamplerKind#STRICT_MODAL_PAIRS} may draw an identity again
 *     within an epoch, with items that were not shown in it yet
 */
public record SamplerConfig(
    SamplerKind kind,
    @Range(min = 1, max = 1024) int identities,
    @Range(min = 1, max = 256) int instances,
    @Range(min = 0, max = 1) double pairableFloor,
    boolean reuseIdentities) {
  public SamplerConfig {
    new Checks(SamplerConfig.class)
        .that(kind != null, "kind", "is missing")
        .range("identities", identities)
        .range("instances", instances)
        .that(
            identities * (long) instances >= 2,
            "instances",
            "times identities is 1, batch normalisation needs at least 2 rows")
        .range("pairableFloor", pairableFloor)
        .done();
  }

  /** Sixteen identities with five items each, as many as there are modalities. */
  public static SamplerConfig defaults() {
    return new SamplerConfig(SamplerKind.MULTI_MODAL_BALANCED, 16, 5, 0.8, true);
  }

  /** The same with another kind and floor. */
  public SamplerConfig with(SamplerKind otherKind, double otherFloor) {
    return new SamplerConfig(otherKind, identities, instances, otherFloor, reuseIdentities);
  }

  /** P times K. */
  public int batchSize() {
    return identities * instances;
  }
}
