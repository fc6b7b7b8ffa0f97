package reidstudio.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import reidstudio.config.SdmForm;

/**
 * Similarity distribution matching (Jiang and Ye, "Cross-Modal Implicit Relation Reasoning and
 * Aligning for Text-to-Image Person Retrieval", 2023) between the items of one modality, the
 * queries, and the visible ones, the gallery.
 *
 * <p>With {@code P = softmax(cos(query, gallery) / temperature)} by rows and {@code Q} uniform over
 * a row's positives, the loss compares P to Q over all valid rows, then does the same from the
 * gallery's side. Blocks may be rectangular and rows may lack positives: those rows are left out of
 * the mean and counted.
 */
public final class Sdm {
  private final SdmDivergence divergence;
  private final double temperature;
  private final CosineLogits cosineLogits;

  /**
   * @param temperature of the softmax, positive; used as given, never clamped
   */
  public Sdm(SdmForm form, double temperature) {
    this.temperature = temperature;
    this.cosineLogits = new CosineLogits(temperature);
    this.divergence =
        switch (form) {
          case CROSS_ENTROPY -> new TargetCrossEntropy();
          case KL_DIVERGENCE -> new ModelDivergence();
        };
  }

  /** The temperature that logits are divided by. */
  public double temperature() {
    return temperature;
  }

  /**
   * What is known of a block without its features.
   *
   * @param queryLabels N identities
   * @param galleryLabels M identities
   */
  public SdmCensus census(int[] queryLabels, int[] galleryLabels) {
    return census(new MatchBlock(queryLabels, galleryLabels));
  }

  private SdmCensus census(MatchBlock block) {
    return new SdmCensus(RowStatistics.of(block, divergence), block.zeroReason());
  }

  /**
   * The loss of a block. Where nothing can be matched it is 0, with zero gradients, and {@link
   * SdmResult#zero()} says why.
   *
   * @param query N x D features of any norm and floating type
   * @param queryLabels N identities
   * @param gallery M x D features
   * @param galleryLabels M identities
   * @throws IllegalArgumentException if shapes and labels disagree
   */
  public SdmResult of(NDArray query, int[] queryLabels, NDArray gallery, int[] galleryLabels) {
    LabelledRows.check("query features", query.getShape(), queryLabels.length);
    LabelledRows.check("gallery features", gallery.getShape(), galleryLabels.length);
    if (query.getShape().get(1) != gallery.getShape().get(1)) {
      throw new IllegalArgumentException(
          "Query features %s and gallery features %s differ in width."
              .formatted(query.getShape(), gallery.getShape()));
    }
    MatchBlock block = new MatchBlock(queryLabels, galleryLabels);
    SdmCensus census = census(block);
    NDArray loss =
        census.zero().isPresent()
            ? Zero.of(query).add(Zero.of(gallery))
            : divergence.of(logProbability(query, gallery), block);
    return new SdmResult(loss, census.rows(), census.zero());
  }

  /** The transposed block's softmax over rows is this block's over columns. */
  private NDArray logProbability(NDArray query, NDArray gallery) {
    NDArray logits = cosineLogits.of(query, gallery);
    return NDArrays.stack(new NDList(logits.logSoftmax(1), logits.logSoftmax(0)));
  }
}
