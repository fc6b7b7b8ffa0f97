package reidstudio.config;

/**
 * What is minimised: the sum of all losses, each times its weight.
 *
 * @param ceWeight weight of the classification loss
 * @param labelSmoothing share of the target spread over all classes (torch form)
 * @param mix which queries a batch answers
 * @param sdm similarity distribution matching
 * @param itc contrastive loss over pairs
 * @param triplet batch-hard triplet loss
 * @param norm penalty for feature norms
 */
public record LossConfig(
    @Range(min = 0, max = 1000) double ceWeight,
    @Range(min = 0, max = 0.9) double labelSmoothing,
    QueryMix mix,
    SdmConfig sdm,
    ItcConfig itc,
    TripletConfig triplet,
    NormConfig norm) {
  public LossConfig {
    new Checks(LossConfig.class)
        .range("ceWeight", ceWeight)
        .range("labelSmoothing", labelSmoothing)
        .that(mix != null, "mix", "is missing")
        .that(
            sdm == null
                || itc == null
                || triplet == null
                || ceWeight + highest(sdm) + itc.weight() + triplet.weight() > 0,
            "ceWeight",
            "and the weights of sdm, itc and triplet are all 0, nothing would train")
        .done();
  }

  private static double highest(SdmConfig sdm) {
    return sdm.weightSteps().stream().mapToDouble(w -> w).max().orElse(sdm.weight());
  }

  /** Classification and matching. */
  public static LossConfig defaults() {
    return new LossConfig(
        1.0,
        0.1,
        QueryMix.SINGLE_AND_FUSED,
        SdmConfig.defaults(),
        ItcConfig.defaults(),
        TripletConfig.defaults(),
        NormConfig.defaults());
  }
}
