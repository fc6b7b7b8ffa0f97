package reidstudio.model;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import reidstudio.config.RunConfig;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/**
 * Masked self-attention over one feature for each item, a masked mean and a layer norm, which keeps
 * fused features as long as single ones: the neck normalises both together. Absent items have no
 * influence.
 */
final class FeatureFusion implements Fusion {
  private static final int HEAD_WIDTH = 64;

  private final OperatorPack pack;
  private final List<TransformerLayer> layers = new ArrayList<>();
  private final NDArray gamma;
  private final NDArray beta;

  FeatureFusion(OperatorPack pack, ParameterFactory make, RunConfig config) {
    this.pack = pack;
    int width = config.model().embedding();
    int heads = width % HEAD_WIDTH == 0 ? width / HEAD_WIDTH : 1;
    int depth = config.model().fusion().layers();
    LayerSpec spec = new LayerSpec(width, heads, depth, false, config.compute().precision());
    for (int i = 0; i < depth; i++) {
      String name = depth == 1 ? "fusion" : "fusion.resblocks." + i;
      layers.add(new TransformerLayer(pack, make, name, Role.FUSION, spec));
    }
    gamma = make.constant("fusion.ln_post.weight", Role.FUSION, 1, width);
    beta = make.constant("fusion.ln_post.bias", Role.FUSION, 0, width);
  }

  @Override
  public NDArray forward(FusionInput items, ModelInput.Padded groups) {
    NDArray x = pack.graph("gather_rows", items.features(), groups.values_BxT());
    for (TransformerLayer layer : layers) {
      x = layer.forward(x, groups.present_BxT());
    }
    NDArray mean = pack.graph("masked_mean", x, groups.present_BxT());
    return pack.graph("layer_norm", mean, gamma, beta);
  }
}
