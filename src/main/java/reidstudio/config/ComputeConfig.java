package reidstudio.config;

/**
 * How numbers are computed.
 *
 * @param precision of the encoders
 * @param tf32 whether a GPU may shorten float32 products to 10 bits of mantissa; no effect on a CPU
 */
public record ComputeConfig(Precision precision, boolean tf32) {
  public ComputeConfig {
    new Checks(ComputeConfig.class).that(precision != null, "precision", "is missing").done();
  }

  /** Plain float32. */
  public static ComputeConfig defaults() {
    return new ComputeConfig(Precision.FLOAT32, false);
  }
}
