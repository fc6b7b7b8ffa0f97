package reidstudio.config;

/**
 * Penalty for feature norms outside a band, on the rows after the neck.
 *
 * @param weight factor in the total loss; 0 switches it off
 * @param target centre of the band, in units of the norm
 * @param band half its width
 */
public record NormConfig(
    @Range(min = 0, max = 1000) double weight,
    @Range(min = 0, max = 1e6) double target,
    @Range(min = 0, max = 1e6) double band) {
  public NormConfig {
    new Checks(NormConfig.class)
        .range("weight", weight)
        .range("target", target)
        .range("band", band)
        .done();
  }

  /** Off, around 10. */
  public static NormConfig defaults() {
    return new NormConfig(0, 10, 3);
  }
}
