package reidstudio.config;

/**
 * The model family: a vision transformer in CLIP's form shared by all image modalities, a caption
 * encoder, fusion, neck and classifier.
 *
 * @param width token width of the image encoder
 * @param heads attention heads; must divide the width
 * @param imageLayers transformer layers of the image encoder
 * @param patch side of a square patch in pixels
 * @param embedding dimensions D of the feature that is compared
 * @param text caption encoder
 * @param lora adapters of the image encoder
 * @param fusion of a query's items
 * @param neck before the classifier
 * @param weights where they come from
 */
public record ModelConfig(
    @Range(min = 16, max = 2048) int width,
    @Range(min = 1, max = 32) int heads,
    @Range(min = 1, max = 48) int imageLayers,
    @Range(min = 4, max = 64) int patch,
    @Range(min = 8, max = 4096) int embedding,
    TextConfig text,
    LoraConfig lora,
    FusionConfig fusion,
    NeckConfig neck,
    WeightsConfig weights) {
  /** Width of an attention head in every CLIP; weights load whatever the number of heads is. */
  public static final int CLIP_HEAD_WIDTH = 64;

  public ModelConfig {
    new Checks(ModelConfig.class)
        .range("width", width)
        .range("heads", heads)
        .that(
            heads < 1 || width % heads == 0,
            "width",
            "is " + width + ", must be a multiple of heads = " + heads)
        .range("imageLayers", imageLayers)
        .range("patch", patch)
        .range("embedding", embedding)
        .that(
            lora == null || lora.layers() <= imageLayers,
            "lora.layers",
            "is more than model.imageLayers = " + imageLayers)
        .that(
            isHeadOfClip(weights, width, heads),
            "heads",
            "is " + heads + ", CLIP's weights of width " + width + " need " + width / 64)
        .that(
            text == null || isHeadOfClip(weights, text.width(), text.heads()),
            "text.heads",
            "must be text.width / 64 for CLIP's weights")
        .done();
  }

  private static boolean isHeadOfClip(WeightsConfig weights, int width, int heads) {
    return weights == null || !weights.isPretrained() || heads * CLIP_HEAD_WIDTH == width;
  }

  /** A model that two CPU cores train in minutes. */
  public static ModelConfig defaults() {
    return new ModelConfig(
        128,
        4,
        3,
        12,
        512,
        TextConfig.defaults(),
        LoraConfig.none(),
        FusionConfig.defaults(),
        NeckConfig.defaults(),
        WeightsConfig.random());
  }
}
