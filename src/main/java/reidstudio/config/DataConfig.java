package reidstudio.config;

/**
 * Where the pictures are and how they are prepared.
 *
 * @param directory folder of the data set; empty means the demo data set
 * @param layout how the folder lies; found out by itself if {@link LayoutChoice#AUTO}
 * @param split of several that a data set has: RegDB's 1 to 10; of PRCV2025, which fifth of the
 *     people is held out to test on, and nobody from 6 on
 * @param imageHeight height in pixels that every picture is resized to, a multiple of the patch
 * @param imageWidth width in pixels
 * @param flip probability of a horizontal flip
 * @param padding pixels of padding before a random crop; 0 switches it off
 * @param erasing probability that a random rectangle of a picture is erased
 * @param modalityDropout probability that a non-visible item is left out of a training batch; a
 *     visible one never is
 * @param normalisation mean and deviation of pixels, by modality
 * @param captionTokens longest caption in tokens, start and end included
 * @param cacheMebibytes memory that decoded pictures may take
 */
public record DataConfig(
    String directory,
    LayoutChoice layout,
    @Range(min = 1, max = 10) int split,
    @Range(min = 16, max = 1024) int imageHeight,
    @Range(min = 16, max = 1024) int imageWidth,
    @Range(min = 0, max = 1) double flip,
    @Range(min = 0, max = 64) int padding,
    @Range(min = 0, max = 1) double erasing,
    @Range(min = 0, max = 0.9) double modalityDropout,
    NormalisationConfig normalisation,
    @Range(min = 4, max = 77) int captionTokens,
    @Range(min = 0, max = 1 << 20) int cacheMebibytes) {
  public DataConfig {
    new Checks(DataConfig.class)
        .that(directory != null, "directory", "is missing")
        .that(layout != null, "layout", "is missing")
        .range("split", split)
        .range("imageHeight", imageHeight)
        .range("imageWidth", imageWidth)
        .range("flip", flip)
        .range("padding", padding)
        .range("erasing", erasing)
        .range("modalityDropout", modalityDropout)
        .that(normalisation != null, "normalisation", "is missing")
        .range("captionTokens", captionTokens)
        .range("cacheMebibytes", cacheMebibytes)
        .done();
  }

  /** Small pictures for the demo data set and the compact model. */
  public static DataConfig defaults() {
    return new DataConfig(
        "", LayoutChoice.AUTO, 1, 96, 48, 0.5, 4, 0, 0, NormalisationConfig.clip(), 40, 1024);
  }
}
