package reidstudio.config;

/**
 * What is minimised: {@code ceWeight * CE + sdmWeight * SDM}.
 *
 * @param ceWeight weight of the classification loss
 * @param labelSmoothing share of the target spread over all classes (torch form)
 * @param sdmWeight weight of similarity distribution matching
 * @param sdmForm which published form
 * @param temperature softmax temperature of SDM; used as given, never clamped
 * @param sdmWarmupEpochs epochs at the start in which SDM is measured but not minimised
 */
public record LossConfig(
    double ceWeight,
    double labelSmoothing,
    double sdmWeight,
    SdmForm sdmForm,
    double temperature,
    int sdmWarmupEpochs) {
  public LossConfig {
    new Checks()
        .range("ceWeight", ceWeight, 0, 1000)
        .range("labelSmoothing", labelSmoothing, 0, 0.9)
        .range("sdmWeight", sdmWeight, 0, 1000)
        .that(sdmForm != null, "sdmForm", "is missing")
        .range("temperature", temperature, 0.001, 10)
        .range("sdmWarmupEpochs", sdmWarmupEpochs, 0, 100_000)
        .that(ceWeight + sdmWeight > 0, "ceWeight", "and sdmWeight are both 0, nothing would train")
        .done();
  }

  /** Cross-entropy form with a temperature at which its floor can be reached. */
  public static LossConfig defaults() {
    return new LossConfig(1.0, 0.1, 0.5, SdmForm.CROSS_ENTROPY, 0.1, 0);
  }

  /** The factor that SDM is really multiplied with in {@code epoch}, counted from 1. */
  public double sdmWeightAt(int epoch) {
    return epoch <= sdmWarmupEpochs ? 0 : sdmWeight;
  }
}
