package reidstudio.model;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import reidstudio.config.DataConfig;
import reidstudio.config.ModelConfig;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/** A small bidirectional transformer over word tokens; the start token carries the feature. */
final class TextEncoder {
  private final OperatorPack pack;
  private final NDArray table;
  private final NDArray positions;
  private final List<TransformerLayer> layers = new ArrayList<>();
  private final FirstTokenProjection projection;

  TextEncoder(
      OperatorPack pack, ParameterFactory make, ModelConfig model, DataConfig data, int words) {
    this.pack = pack;
    int width = model.text().width();
    table = make.normal("text.token_embedding.weight", Role.ENCODER, 0.05, words, width);
    positions =
        make.normal("text.positional_embedding", Role.ENCODER, 0.02, data.captionTokens(), width);
    for (int i = 0; i < model.text().layers(); i++) {
      String name = "text.transformer.resblocks." + i;
      layers.add(
          new TransformerLayer(
              pack, make, name, Role.ENCODER, width, model.text().heads(), model.text().layers()));
    }
    projection = new FirstTokenProjection(pack, make, "text", width, model.embedding());
  }

  /**
   * Encodes captions.
   *
   * @param tokens_BxT word numbers (int64), padded with anything
   * @param present_BxT 1 for a word, 0 for padding
   * @return features [B, embedding]
   */
  NDArray forward(NDArray tokens_BxT, NDArray present_BxT) {
    NDArray x = pack.graph("token_embed", tokens_BxT, table, positions);
    for (TransformerLayer layer : layers) {
      x = layer.forward(x, present_BxT);
    }
    return projection.forward(x);
  }
}
