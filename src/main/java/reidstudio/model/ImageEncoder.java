package reidstudio.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import reidstudio.config.FusionKind;
import reidstudio.config.ModelConfig;
import reidstudio.config.RunConfig;
import reidstudio.data.Modality;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/** One transformer for all image modalities, each with a patch embedding of its own. */
final class ImageEncoder {
  private final Map<Modality, PatchEmbedding> embeddings = new EnumMap<>(Modality.class);
  private final List<ImageLayer> layers = new ArrayList<>();
  private final TokenProjection projection;
  private final boolean allTokens;

  ImageEncoder(OperatorPack pack, ParameterFactory make, RunConfig config) {
    ModelConfig model = config.model();
    LayerSpec spec =
        new LayerSpec(
            model.width(), model.heads(), model.imageLayers(), false, config.compute().precision());
    for (Modality modality : Modality.values()) {
      if (modality.isImage()) {
        String name = "visual." + modality.word();
        embeddings.put(modality, new PatchEmbedding(pack, make, name, config, spec));
      }
    }
    for (int i = 0; i < model.imageLayers(); i++) {
      String name = layerName(i);
      layers.add(
          isAdapted(model, i)
              ? new AdaptedLayer(pack, make, name, spec, model.lora())
              : new TransformerLayer(pack, make, name, Role.ENCODER, spec));
    }
    projection = new TokenProjection(pack, make, "visual", model.width(), model.embedding());
    allTokens = model.fusion().kind() == FusionKind.TOKENS;
  }

  static String layerName(int layer) {
    return "visual.transformer.resblocks." + layer;
  }

  /** Adapters sit in the last layers. */
  static boolean isAdapted(ModelConfig model, int layer) {
    return model.lora().isOn() && layer >= model.imageLayers() - model.lora().layers();
  }

  /**
   * Encodes all pictures of a batch in one pass.
   *
   * @param pixels normalised pixels [n, 3, H, W] by modality; not empty
   * @return features [sum of n, embedding], in the map's order
   */
  Encoded forward(Map<Modality, NDArray> pixels) {
    NDList tokens = new NDList();
    pixels.forEach((modality, images) -> tokens.add(embeddings.get(modality).forward(images)));
    NDArray x = tokens.size() == 1 ? tokens.get(0) : NDArrays.concat(tokens, 0);
    ModalityRows rows = ModalityRows.of(x.getManager(), pixels);
    for (ImageLayer layer : layers.subList(0, layers.size() - 1)) {
      x = layer.forward(x, rows);
    }
    ImageLayer last = layers.get(layers.size() - 1);
    return allTokens ? projection.first(last.forward(x, rows)) : projection.of(last.first(x, rows));
  }
}
