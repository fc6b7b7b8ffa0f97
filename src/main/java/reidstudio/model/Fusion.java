package reidstudio.model;

import ai.djl.ndarray.NDArray;
import reidstudio.config.RunConfig;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.ParameterFactory;

/** Makes one feature of the items of a query. The order of the items does not matter. */
sealed interface Fusion permits FeatureFusion, TokenFusion {
  /**
   * Fuses groups of items.
   *
   * @param items all items of the batch
   * @param groups which of them belong to each of G groups; every group has a member
   * @return fused features [G, D]
   */
  NDArray forward(FusionInput items, ModelInput.Padded groups);

  /** The fusion that {@code config} asks for. */
  static Fusion of(OperatorPack pack, ParameterFactory make, RunConfig config) {
    return switch (config.model().fusion().kind()) {
      case FEATURES -> new FeatureFusion(pack, make, config);
      case TOKENS -> new TokenFusion(pack, make, config);
    };
  }
}
