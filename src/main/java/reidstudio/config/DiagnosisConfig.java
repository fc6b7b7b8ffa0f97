package reidstudio.config;

/**
 * How a check judges what it measures. Has no influence on training.
 *
 * @param normRule for norms of features
 */
public record DiagnosisConfig(NormRule normRule) {
  public DiagnosisConfig {
    new Checks(DiagnosisConfig.class).that(normRule != null, "normRule", "is missing").done();
  }

  /** By what batch normalisation itself predicts. */
  public static DiagnosisConfig defaults() {
    return new DiagnosisConfig(NormRule.EXPECTED);
  }
}
