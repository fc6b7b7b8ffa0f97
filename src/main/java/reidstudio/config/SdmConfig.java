package reidstudio.config;

import java.util.List;

/**
 * Similarity distribution matching and how its weight and temperature move.
 *
 * @param weight factor in the total loss
 * @param form which published form
 * @param temperature of the softmax; used as given, never clamped
 * @param finalTemperature temperature of the last epoch, reached in equal steps; 0 keeps {@code
 *     temperature} throughout
 * @param warmupEpochs epochs at the start in which it is measured but not minimised
 * @param weightSteps weights of the epochs after the warm-up, the last one for all that follow;
 *     empty means {@code weight} at once
 */
public record SdmConfig(
    @Range(min = 0, max = 1000) double weight,
    SdmForm form,
    @Range(min = 0.001, max = 10) double temperature,
    double finalTemperature,
    @Range(min = 0, max = 100_000) int warmupEpochs,
    List<Double> weightSteps) {
  public SdmConfig {
    new Checks(SdmConfig.class)
        .range("weight", weight)
        .that(form != null, "form", "is missing")
        .range("temperature", temperature)
        .that(
            finalTemperature == 0 || (finalTemperature >= 0.001 && finalTemperature <= 10),
            "finalTemperature",
            "is " + finalTemperature + ", allowed are 0 and 0.001 to 10")
        .range("warmupEpochs", warmupEpochs)
        .that(
            weightSteps != null && weightSteps.stream().allMatch(w -> w >= 0 && w <= 1000),
            "weightSteps",
            "must be numbers from 0 to 1000")
        .done();
    weightSteps = List.copyOf(weightSteps);
  }

  /** Cross-entropy form with a temperature at which its floor can be reached. */
  public static SdmConfig defaults() {
    return new SdmConfig(1, SdmForm.CROSS_ENTROPY, 0.1, 0, 0, List.of());
  }

  /** The factor that SDM is really multiplied with in {@code epoch}, counted from 1. */
  public double weightAt(int epoch) {
    if (epoch <= warmupEpochs) {
      return 0;
    }
    if (weightSteps.isEmpty()) {
      return weight;
    }
    return weightSteps.get(Math.min(epoch - warmupEpochs, weightSteps.size()) - 1);
  }

  /** The epoch of the first {@code epochs} with the largest weight, the first if there are more. */
  public int heaviestEpoch(int epochs) {
    int heaviest = 1;
    for (int epoch = 2; epoch <= epochs; epoch++) {
      if (weightAt(epoch) > weightAt(heaviest)) {
        heaviest = epoch;
      }
    }
    return heaviest;
  }

  /** The temperature in {@code epoch} of {@code epochs}, counted from 1. */
  public double temperatureAt(int epoch, int epochs) {
    if (finalTemperature == 0 || epochs == 1) {
      return temperature;
    }
    double progress = Math.min(1, (epoch - 1) / (double) (epochs - 1));
    return temperature + (finalTemperature - temperature) * progress;
  }
}
