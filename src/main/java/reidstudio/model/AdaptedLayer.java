package reidstudio.model;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import reidstudio.config.LoraConfig;
import reidstudio.config.LoraProjections;
import reidstudio.data.Modality;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/**
 * A {@link TransformerLayer} whose linear maps have a low-rank adapter for each image modality: a
 * picture's tokens pass through {@code W x + alpha / rank * B A x} with its own modality's B and A.
 */
final class AdaptedLayer implements ImageLayer {
  private final OperatorPack pack;
  private final String method;
  private final NDArray options;
  private final List<NDArray> weights;

  /** Adapters by map, in the order of the forward pass, then by modality. */
  private final List<Map<Modality, LoraAdapter>> adapters = new ArrayList<>();

  AdaptedLayer(
      OperatorPack pack, ParameterFactory make, String name, LayerSpec spec, LoraConfig lora) {
    this.pack = pack;
    this.method = lora.projections() == LoraProjections.ALL ? "adapted_layer" : "adapted_mlp_layer";
    this.options = spec.options(make.manager(), lora.alpha() / lora.rank());
    this.weights = LayerWeights.of(make, name, Role.ENCODER, spec);
    int width = spec.width();
    if (lora.projections() == LoraProjections.ALL) {
      adapters.add(perModality(make, name + ".attn.in_proj", lora.rank(), width, 3 * width));
      adapters.add(perModality(make, name + ".attn.out_proj", lora.rank(), width, width));
    }
    adapters.add(perModality(make, name + ".mlp.c_fc", lora.rank(), width, 4 * width));
    adapters.add(perModality(make, name + ".mlp.c_proj", lora.rank(), 4 * width, width));
  }

  /** Names of the weights and biases that adapters stand in for, in a layer called {@code name}. */
  static List<String> adaptedNames(String name, LoraProjections projections) {
    List<String> names =
        new ArrayList<>(
            List.of(
                name + ".mlp.c_fc.weight",
                name + ".mlp.c_fc.bias",
                name + ".mlp.c_proj.weight",
                name + ".mlp.c_proj.bias"));
    if (projections == LoraProjections.ALL) {
      names.addAll(
          List.of(
              name + ".attn.in_proj_weight",
              name + ".attn.in_proj_bias",
              name + ".attn.out_proj.weight",
              name + ".attn.out_proj.bias"));
    }
    return names;
  }

  private static Map<Modality, LoraAdapter> perModality(
      ParameterFactory make, String name, int rank, int in, int out) {
    Map<Modality, LoraAdapter> adapters = new EnumMap<>(Modality.class);
    for (Modality modality : Modality.values()) {
      if (modality.isImage()) {
        String full = name + "." + modality.word();
        adapters.put(modality, LoraAdapter.of(make, full, rank, in, out));
      }
    }
    return adapters;
  }

  @Override
  public NDArray forward(NDArray tokens_BxTxW, ModalityRows rows) {
    return call(method, tokens_BxTxW, rows);
  }

  @Override
  public NDArray first(NDArray tokens_BxTxW, ModalityRows rows) {
    return call(method + "_first", tokens_BxTxW, rows);
  }

  private NDArray call(String operator, NDArray tokens_BxTxW, ModalityRows rows) {
    List<NDArray> present = new ArrayList<>();
    for (Map<Modality, LoraAdapter> map : adapters) {
      rows.order().forEach(modality -> present.addAll(map.get(modality).arrays()));
    }
    return pack.graph(operator, tokens_BxTxW, weights, options, rows.sizes(), present);
  }
}
