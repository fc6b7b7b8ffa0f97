package reidstudio.config;

/**
 * Contrastive loss over aligned pairs: each non-visible item with one visible item of its identity.
 *
 * @param weight factor in the total loss; 0 switches it off
 * @param temperature of the softmax
 */
public record ItcConfig(
    @Range(min = 0, max = 1000) double weight, @Range(min = 0.001, max = 10) double temperature) {
  public ItcConfig {
    new Checks(ItcConfig.class).range("weight", weight).range("temperature", temperature).done();
  }

  /** Off, at CLIP's temperature. */
  public static ItcConfig defaults() {
    return new ItcConfig(0, 0.07);
  }
}
