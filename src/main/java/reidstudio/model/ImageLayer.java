package reidstudio.model;

import ai.djl.ndarray.NDArray;

/** A layer of the shared image encoder. */
sealed interface ImageLayer permits TransformerLayer, AdaptedLayer {
  /**
   * Maps tokens [B, T, W] to [B, T, W].
   *
   * @param rows which of the B pictures are of which modality
   */
  NDArray forward(NDArray tokens_BxTxW, ModalityRows rows);

  /**
   * The first token of what {@link #forward} gives [B, W], without the work for the others: a last
   * layer of which nothing else is read.
   */
  NDArray first(NDArray tokens_BxTxW, ModalityRows rows);
}
