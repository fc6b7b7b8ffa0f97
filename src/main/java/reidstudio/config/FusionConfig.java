package reidstudio.config;

/**
 * Fusion of a query's items.
 *
 * @param kind over features or over tokens
 * @param layers transformer layers; those of {@link FusionKind#TOKENS} follow an attention of its
 *     own
 */
public record FusionConfig(FusionKind kind, @Range(min = 1, max = 12) int layers) {
  public FusionConfig {
    new Checks(FusionConfig.class)
        .that(kind != null, "kind", "is missing")
        .range("layers", layers)
        .done();
  }

  /** One layer over features. */
  public static FusionConfig defaults() {
    return new FusionConfig(FusionKind.FEATURES, 1);
  }
}
