package reidstudio.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import reidstudio.config.DataConfig;
import reidstudio.config.ModelConfig;
import reidstudio.data.Modality;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/** One transformer for all image modalities, each with a patch embedding of its own. */
final class ImageEncoder {
  private final Map<Modality, PatchEmbedding> embeddings = new EnumMap<>(Modality.class);
  private final List<TransformerLayer> layers = new ArrayList<>();
  private final FirstTokenProjection projection;

  ImageEncoder(OperatorPack pack, ParameterFactory make, ModelConfig model, DataConfig data) {
    for (Modality modality : Modality.values()) {
      if (modality.isImage()) {
        String name = "visual." + modality.word();
        embeddings.put(modality, new PatchEmbedding(pack, make, name, model, data));
      }
    }
    for (int i = 0; i < model.imageLayers(); i++) {
      String name = "visual.transformer.resblocks." + i;
      layers.add(
          new TransformerLayer(
              pack, make, name, Role.ENCODER, model.width(), model.heads(), model.imageLayers()));
    }
    projection = new FirstTokenProjection(pack, make, "visual", model.width(), model.embedding());
  }

  /**
   * Encodes all pictures of a batch in one pass.
   *
   * @param pixels normalised pixels [n, 3, H, W] by modality; not empty
   * @return features [sum of n, embedding], in the map's order
   */
  NDArray forward(Map<Modality, NDArray> pixels) {
    NDList tokens = new NDList();
    pixels.forEach((modality, images) -> tokens.add(embeddings.get(modality).forward(images)));
    NDArray x = tokens.size() == 1 ? tokens.get(0) : NDArrays.concat(tokens, 0);
    for (TransformerLayer layer : layers) {
      x = layer.forward(x);
    }
    return projection.forward(x);
  }
}
