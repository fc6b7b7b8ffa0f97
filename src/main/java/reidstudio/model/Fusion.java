package reidstudio.model;

import ai.djl.ndarray.NDArray;
import reidstudio.config.ModelConfig;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/**
 * Fuses the features of one query's items by one layer of masked self-attention, a masked mean and
 * a layer norm, which keeps fused features as long as single ones: the neck normalises both
 * together. Order does not matter; absent items have no influence.
 */
final class Fusion {
  private static final int HEAD_WIDTH = 64;

  private final OperatorPack pack;
  private final TransformerLayer layer;
  private final NDArray gamma;
  private final NDArray beta;

  Fusion(OperatorPack pack, ParameterFactory make, ModelConfig model) {
    this.pack = pack;
    int width = model.embedding();
    int heads = width % HEAD_WIDTH == 0 ? width / HEAD_WIDTH : 1;
    layer = new TransformerLayer(pack, make, "fusion", Role.FUSION, width, heads, 1);
    gamma = make.constant("fusion.ln_post.weight", Role.FUSION, 1, width);
    beta = make.constant("fusion.ln_post.bias", Role.FUSION, 0, width);
  }

  /**
   * Fuses groups of rows.
   *
   * @param features_NxD one feature for each item
   * @param rows_GxS rows of {@code features} (int64) that belong to each group, padded with any row
   * @param present_GxS 1 for a member, 0 for padding; every group has a member
   * @return fused features [G, D]
   */
  NDArray forward(NDArray features_NxD, NDArray rows_GxS, NDArray present_GxS) {
    NDArray members = pack.graph("gather_rows", features_NxD, rows_GxS);
    NDArray mixed = layer.forward(members, present_GxS);
    NDArray mean = pack.graph("masked_mean", mixed, present_GxS);
    return pack.graph("layer_norm", mean, gamma, beta);
  }
}
