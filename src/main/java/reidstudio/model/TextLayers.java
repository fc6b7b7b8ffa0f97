package reidstudio.model;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import reidstudio.config.RunConfig;
import reidstudio.config.TextConfig;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/** What both caption encoders are made of: token table, positions, layers, projection. */
final class TextLayers {
  private static final String NAME = "text";

  private final OperatorPack pack;
  private final NDArray table;
  private final NDArray positions;
  private final List<TransformerLayer> layers = new ArrayList<>();
  private final TokenProjection projection;

  /**
   * @param tableDeviation of the token table's first values
   * @param positionDeviation of the position table's
   */
  TextLayers(
      OperatorPack pack,
      ParameterFactory make,
      RunConfig config,
      int words,
      boolean causal,
      double tableDeviation,
      double positionDeviation) {
    this.pack = pack;
    TextConfig text = config.model().text();
    int width = text.width();
    LayerSpec spec =
        new LayerSpec(width, text.heads(), text.layers(), causal, config.compute().precision());
    table =
        make.normal(NAME + ".token_embedding.weight", Role.ENCODER, tableDeviation, words, width);
    positions =
        make.normal(
            NAME + ".positional_embedding",
            Role.ENCODER,
            positionDeviation,
            config.data().captionTokens(),
            width);
    for (int i = 0; i < text.layers(); i++) {
      String name = NAME + ".transformer.resblocks." + i;
      layers.add(new TransformerLayer(pack, make, name, Role.ENCODER, spec));
    }
    projection = new TokenProjection(pack, make, NAME, width, config.model().embedding());
  }

  NDArray embed(NDArray tokens_BxT) {
    return pack.graph("token_embed", tokens_BxT, table, positions);
  }

  /** All layers but the last, of which an encoder may need one token only. */
  List<TransformerLayer> beforeLast() {
    return layers.subList(0, layers.size() - 1);
  }

  TransformerLayer lastLayer() {
    return layers.get(layers.size() - 1);
  }

  TokenProjection projection() {
    return projection;
  }
}
