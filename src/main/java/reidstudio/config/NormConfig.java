package reidstudio.config;

/**
 * Penalty for feature norms outside a band, on the rows after the neck.
 *
 * @param weight factor in the total loss; 0 switches it off
 * @param target centre of the band, in units of the norm
 * @param band half its width
 */
public record NormConfig(double weight, double target, double band) {
  public NormConfig {
    new Checks()
        .range("weight", weight, 0, 1000)
        .range("target", target, 0, 1e6)
        .range("band", band, 0, 1e6)
        .done();
  }

  /** Off, around 10. */
  public static NormConfig defaults() {
    return new NormConfig(0, 10, 3);
  }
}
