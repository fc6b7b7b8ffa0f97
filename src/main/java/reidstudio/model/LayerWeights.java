package reidstudio.model;

import ai.djl.ndarray.NDArray;
import java.util.List;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/** The twelve arrays of a pre-LN transformer layer, under CLIP's names and in its order. */
final class LayerWeights {
  private LayerWeights() {}

  static List<NDArray> of(ParameterFactory make, String name, Role role, LayerSpec spec) {
    int width = spec.width();
    double attention = Math.pow(width, -0.5);
    double output = attention * Math.pow(2.0 * spec.depth(), -0.5);
    double inner = Math.pow(2.0 * width, -0.5);
    return List.of(
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
}
