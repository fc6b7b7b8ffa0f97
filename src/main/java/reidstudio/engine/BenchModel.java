package reidstudio.engine;

import java.util.Map;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;

/** Models that are measured under a name, so that figures can be compared. */
public enum BenchModel {
  /** What one click trains. */
  COMPACT(4 + 200),
  /** CLIP ViT-B/16 with both towers trained, pictures of 384 x 128. */
  VIT_B_16(49_408);

  private static final Map<String, String> CLIP =
      Map.ofEntries(
          Map.entry("data.imageHeight", "384"),
          Map.entry("data.imageWidth", "128"),
          Map.entry("data.captionTokens", "77"),
          Map.entry("model.width", "768"),
          Map.entry("model.heads", "12"),
          Map.entry("model.imageLayers", "12"),
          Map.entry("model.patch", "16"),
          Map.entry("model.embedding", "512"),
          Map.entry("model.text.kind", "clip"),
          Map.entry("model.text.vocabulary", "none: tokens are drawn"),
          Map.entry("model.text.width", "512"),
          Map.entry("model.text.heads", "8"),
          Map.entry("model.text.layers", "12"));

  private final int words;

  BenchModel(int words) {
    this.words = words;
  }

  /** Rows of the token table. */
  int words() {
    return words;
  }

  /** Its configuration. */
  public RunConfig config() {
    Map<String, String> settings = this == VIT_B_16 ? CLIP : Map.of();
    return new RunConfigCodec().read(null, settings, RunConfig.defaults());
  }
}
