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
    int split,
    int imageHeight,
    int imageWidth,
    double flip,
    int padding,
    double erasing,
    double modalityDropout,
    NormalisationConfig normalisation,
    int captionTokens,
    int cacheMebibytes) {
  public DataConfig {
    new Checks()
        .that(directory != null, "directory", "is missing")
        .that(layout != null, "layout", "is missing")
        .range("split", split, 1, 10)
        .range("imageHeight", imageHeight, 16, 1024)
        .range("imageWidth", imageWidth, 16, 1024)
        .range("flip", flip, 0, 1)
        .range("padding", padding, 0, 64)
        .range("erasing", erasing, 0, 1)
        .range("modalityDropout", modalityDropout, 0, 0.9)
        .that(normalisation != null, "normalisation", "is missing")
        .range("captionTokens", captionTokens, 4, 77)
        .range("cacheMebibytes", cacheMebibytes, 0, 1 << 20)
        .done();
  }

  /** Small pictures for the demo data set and the compact model. */
  public static DataConfig defaults() {
    return new DataConfig(
        "", LayoutChoice.AUTO, 1, 96, 48, 0.5, 4, 0, 0, NormalisationConfig.clip(), 40, 1024);
  }
}
