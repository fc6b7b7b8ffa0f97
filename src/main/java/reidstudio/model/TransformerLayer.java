package reidstudio.model;

import ai.djl.ndarray.NDArray;
import java.util.List;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/**
 * Pre-LN transformer layer with QuickGELU, as in CLIP (Radford et al. 2021): {@code x +
 * attention(ln x)}, then {@code x + mlp(ln x)} with an inner width of four times the width.
 */
final class TransformerLayer implements ImageLayer {
  private final OperatorPack pack;
  private final NDArray options;
  private final List<NDArray> weights;

  TransformerLayer(
      OperatorPack pack, ParameterFactory make, String name, Role role, LayerSpec spec) {
    this.pack = pack;
    this.options = spec.options(make.manager(), 0);
    this.weights = LayerWeights.of(make, name, role, spec);
  }

  /** Maps tokens [B, T, W] to [B, T, W]. */
  NDArray forward(NDArray tokens_BxTxW) {
    return pack.graph("transformer_layer", tokens_BxTxW, weights, options);
  }

  /** As {@link #forward(NDArray)}; keys with 0 in {@code present} [B, T] are not attended to. */
  NDArray forward(NDArray tokens_BxTxW, NDArray present_BxT) {
    return pack.graph("masked_transformer_layer", tokens_BxTxW, weights, options, present_BxT);
  }

  /** As {@link #forward(NDArray, NDArray)}, the first token alone [B, W]. */
  NDArray first(NDArray tokens_BxTxW, NDArray present_BxT) {
    return pack.graph("masked_layer_first", tokens_BxTxW, weights, options, present_BxT);
  }

  /**
   * As {@link #forward(NDArray)} of a causal layer, the last token in {@code present} [B, T] alone
   * [B, W]; no token present may come behind an absent one.
   */
  NDArray last(NDArray tokens_BxTxW, NDArray present_BxT) {
    return pack.graph("masked_layer_last", tokens_BxTxW, weights, options, present_BxT);
  }

  @Override
  public NDArray forward(NDArray tokens_BxTxW, ModalityRows rows) {
    return forward(tokens_BxTxW);
  }

  @Override
  public NDArray first(NDArray tokens_BxTxW, ModalityRows rows) {
    return pack.graph("layer_first", tokens_BxTxW, weights, options);
  }
}
