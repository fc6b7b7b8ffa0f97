package reidstudio.config;

/**
 * Contrastive loss over aligned pairs: each non-visible item with one visible item of its identity.
 *
 * @param weight factor in the total loss; 0 switches it off
 * @param temperature of the softmax
 */
public record ItcConfig(double weight, double temperature) {
  public ItcConfig {
    new Checks()
        .range("weight", weight, 0, 1000)
        .range("temperature", temperature, 0.001, 10)
        .done();
  }

  /** Off, at CLIP's temperature. */
  public static ItcConfig defaults() {
    return new ItcConfig(0, 0.07);
  }
}
