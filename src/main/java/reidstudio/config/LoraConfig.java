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
    int rank, double alpha, int layers, LoraProjections projections, boolean freezeBase) {
  public LoraConfig {
    new Checks()
        .range("rank", rank, 0, 512)
        .range("alpha", alpha, 0, 1024)
        .range("layers", layers, 0, 48)
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
