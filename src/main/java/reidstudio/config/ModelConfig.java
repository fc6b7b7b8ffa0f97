package reidstudio.config;

/**
 * The compact encoder.
 *
 * @param width token width of the image and text transformers
 * @param heads attention heads; must divide the width
 * @param imageLayers transformer layers of the shared image encoder
 * @param textLayers transformer layers of the text encoder
 * @param patch side of a square patch in pixels
 * @param embedding dimensions D of the feature that is compared
 */
public record ModelConfig(
    int width, int heads, int imageLayers, int textLayers, int patch, int embedding) {
  public ModelConfig {
    new Checks()
        .range("width", width, 16, 2048)
        .range("heads", heads, 1, 32)
        .that(
            heads < 1 || width % heads == 0,
            "width",
            "is " + width + ", must be a multiple of heads = " + heads)
        .range("imageLayers", imageLayers, 1, 48)
        .range("textLayers", textLayers, 1, 48)
        .range("patch", patch, 4, 64)
        .range("embedding", embedding, 8, 4096)
        .done();
  }

  /** A model that two CPU cores train in minutes. */
  public static ModelConfig defaults() {
    return new ModelConfig(128, 4, 3, 2, 12, 512);
  }
}
