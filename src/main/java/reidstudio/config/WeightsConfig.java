package reidstudio.config;

import java.util.List;

/**
 * Where weights come from and which of them stay as they are.
 *
 * @param pretrained CLIP's weights: OpenAI's {@code ViT-B-16.pt} or a safetensors file of Hugging
 *     Face; empty for random weights
 * @param frozen beginnings of the names of parameters that are not trained, such as {@code
 *     visual.transformer}
 * @param frozenAtRandom beginnings of names that may be frozen although they are random; without it
 *     such a parameter is refused
 */
public record WeightsConfig(String pretrained, List<String> frozen, List<String> frozenAtRandom) {
  public WeightsConfig {
    new Checks(WeightsConfig.class)
        .that(pretrained != null, "pretrained", "is missing")
        .that(frozen != null, "frozen", "is missing")
        .that(frozenAtRandom != null, "frozenAtRandom", "is missing")
        .done();
    frozen = List.copyOf(frozen);
    frozenAtRandom = List.copyOf(frozenAtRandom);
  }

  /** Random, and all of it trained. */
  public static WeightsConfig random() {
    return new WeightsConfig("", List.of(), List.of());
  }

  /** Whether a file is named. */
  public boolean isPretrained() {
    return !pretrained.isBlank();
  }
}
