package reidstudio.diagnostic.finding;

import java.util.stream.Collectors;
import reidstudio.config.SdmConfig;

/**
 * The setting that SDM's weight comes from, and a smaller value for it.
 *
 * @param key of the setting
 * @param value to try
 */
public record SdmWeight(String key, String value) {
  /** All weights times {@code factor}. */
  public static SdmWeight scaled(SdmConfig config, double factor) {
    return config.weightSteps().isEmpty()
        ? new SdmWeight("loss.sdm.weight", FindingBuilder.number(config.weight() * factor))
        : new SdmWeight(
            "loss.sdm.weightSteps",
            config.weightSteps().stream()
                .map(weight -> FindingBuilder.number(weight * factor))
                .collect(Collectors.joining(",")));
  }
}
