package reidstudio.config;

/**
 * Low-rank adapters (Hu et al. 2022) in the image encoder, one set for each image modality; an item
 * passes through the set of its own modality.
 *
 * @param rank r of B (out x r) times A (r x in); 0 for no adapters
 * @param alpha the update is scaled by alpha / rank
 * @param layers how many layers have adapters, counted from the last
 * @param projections which maps of those layers
 * @param freezeBase whether the weights that are adapted stay as they are
 */
public record LoraConfig(
    @Range(min = 0, max = 512) int rank,
    @Range(min = 0, max = 1024) double alpha,
    @Range(min = 0, max = 48) int layers,
    LoraProjections projections,
    boolean freezeBase) {
  public LoraConfig {
    new Checks(LoraConfig.class)
        .range("rank", rank)
        .range("alpha", alpha)
        .range("layers", layers)
        .that(projections != null, "projections", "is missing")
        .done();
  }

  /** None. */
  public static LoraConfig none() {
    return new LoraConfig(0, 1, 0, LoraProjections.MLP, true);
  }

  /** Whether there are adapters at all. */
  public boolean isOn() {
    return rank > 0 && layers > 0;
  }
}
