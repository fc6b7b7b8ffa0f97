package reidstudio.config;

/**
 * Fusion of a query's items.
 *
 * @param kind over features or over tokens
 * @param layers transformer layers; those of {@link FusionKind#TOKENS} follow an attention of its
 *     own
 */
public record FusionConfig(FusionKind kind, int layers) {
  public FusionConfig {
    new Checks().that(kind != null, "kind", "is missing").range("layers", layers, 1, 12).done();
  }

  /** One layer over features. */
  public static FusionConfig defaults() {
    return new FusionConfig(FusionKind.FEATURES, 1);
  }
}
