package reidstudio.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.util.List;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/**
 * Pre-LN transformer layer with QuickGELU, as in CLIP (Radford et al. 2021): {@code x +
 * attention(ln x)}, then {@code x + mlp(ln x)} with an inner width of four times the width.
 */
final class TransformerLayer {
  private final OperatorPack pack;
  private final NDArray heads;
  private final List<NDArray> weights;

  TransformerLayer(
      OperatorPack pack,
      ParameterFactory make,
      String name,
      Role role,
      int width,
      int heads,
      int depth) {
    this.pack = pack;
    this.heads = make.manager().create(heads).toDevice(Device.cpu(), false);
    double attention = Math.pow(width, -0.5);
    double output = attention * Math.pow(2.0 * depth, -0.5);
    double inner = Math.pow(2.0 * width, -0.5);
    this.weights =
        List.of(
            make.constant(name + ".ln_1.weight", role, 1, width),
            make.constant(name + ".ln_1.bias", role, 0, width),
            make.normal(name + ".attn.in_proj_weight", role, attention, 3L * width, width),
            make.constant(name + ".attn.in_proj_bias", role, 0, 3L * width),
            make.normal(name + ".attn.out_proj.weight", role, output, width, width),
            make.constant(name + ".attn.out_proj.bias", role, 0, width),
            make.constant(name + ".ln_2.weight", role, 1, width),
            make.constant(name + ".ln_2.bias", role, 0, width),
            make.normal(name + ".mlp.c_fc.weight", role, inner, 4L * width, width),
            make.constant(name + ".mlp.c_fc.bias", role, 0, 4L * width),
            make.normal(name + ".mlp.c_proj.weight", role, output, width, 4L * width),
            make.constant(name + ".mlp.c_proj.bias", role, 0, width));
  }

  /** Maps tokens [B, T, W] to [B, T, W]. */
  NDArray forward(NDArray tokens_BxTxW) {
    return pack.graph("transformer_layer", tokens_BxTxW, weights, heads);
  }

  /** As {@link #forward(NDArray)}; keys with 0 in {@code present} [B, T] are not attended to. */
  NDArray forward(NDArray tokens_BxTxW, NDArray present_BxT) {
    return pack.graph("masked_transformer_layer", tokens_BxTxW, weights, heads, present_BxT);
  }
}
