package reidstudio.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import reidstudio.config.RunConfig;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/**
 * ReID5o's fusion: all projected tokens of all items of a query in one row, layer norm, 8-head
 * self-attention, transformer layers, layer norm, a two-layer head, and the mean over tokens.
 *
 * <p>Tokens have no code for their position or modality, so their order does not change the result.
 * Padding behind a caption is left out of attention and mean; ReID5o lets it take part.
 */
final class TokenFusion implements Fusion {
  private static final int HEADS = 8;

  private final OperatorPack pack;
  private final NDArray gamma;
  private final NDArray beta;
  private final NDArray options;
  private final List<NDArray> attention;
  private final List<TransformerLayer> layers = new ArrayList<>();
  private final List<NDArray> head;

  TokenFusion(OperatorPack pack, ParameterFactory make, RunConfig config) {
    this.pack = pack;
    int width = config.model().embedding();
    int depth = config.model().fusion().layers();
    int heads = width % HEADS == 0 ? HEADS : 1;
    LayerSpec spec = new LayerSpec(width, heads, depth, false, config.compute().precision());
    options = spec.options(make.manager(), 0);
    double in = Math.pow(width, -0.5);
    double out = in * Math.pow(2.0 * depth, -0.5);
    gamma = make.constant("fusion.ln_pre.weight", Role.FUSION, 1, width);
    beta = make.constant("fusion.ln_pre.bias", Role.FUSION, 0, width);
    attention =
        List.of(
            make.normal("fusion.attn.in_proj_weight", Role.FUSION, in, 3L * width, width),
            make.constant("fusion.attn.in_proj_bias", Role.FUSION, 0, 3L * width),
            make.normal("fusion.attn.out_proj.weight", Role.FUSION, out, width, width),
            make.constant("fusion.attn.out_proj.bias", Role.FUSION, 0, width));
    for (int i = 0; i < depth; i++) {
      String name = "fusion.resblocks." + i;
      layers.add(new TransformerLayer(pack, make, name, Role.FUSION, spec));
    }
    head =
        List.of(
            make.constant("fusion.ln_post.weight", Role.FUSION, 1, width),
            make.constant("fusion.ln_post.bias", Role.FUSION, 0, width),
            make.normal("fusion.head.dense.weight", Role.FUSION, in, width, width),
            make.constant("fusion.head.dense.bias", Role.FUSION, 0, width),
            make.constant("fusion.head.ln.weight", Role.FUSION, 1, width),
            make.constant("fusion.head.ln.bias", Role.FUSION, 0, width),
            make.normal("fusion.head.fc.weight", Role.FUSION, in, width, width),
            make.constant("fusion.head.fc.bias", Role.FUSION, 0, width));
  }

  @Override
  public NDArray forward(FusionInput items, ModelInput.Padded groups) {
    List<int[]> tokensOfItems = tokensOfItems(items);
    List<int[]> rows =
        groups.rows().stream()
            .map(
                group ->
                    IntStream.of(group).flatMap(i -> IntStream.of(tokensOfItems.get(i))).toArray())
            .toList();
    NDArray bank = bank(items.encoded());
    ModelInput.Padded tokens = ModelInput.Padded.of(bank.getManager(), rows);
    NDArray x = pack.graph("gather_rows", bank, tokens.values_BxT());
    x = pack.graph("layer_norm", x, gamma, beta);
    x = pack.graph("masked_attention", x, attention, options, tokens.present_BxT());
    for (TransformerLayer layer : layers) {
      x = layer.forward(x, tokens.present_BxT());
    }
    x = pack.graph("token_head", x, head);
    return pack.graph("masked_mean", x, tokens.present_BxT());
  }

  /** All tokens of all items, one after the other [sum of n x T, D]. */
  private static NDArray bank(List<Encoded> encoded) {
    NDList parts = new NDList();
    for (Encoded part : encoded) {
      NDArray tokens = part.tokens().orElseThrow();
      Shape shape = tokens.getShape();
      parts.add(tokens.reshape(shape.get(0) * shape.get(1), shape.get(2)));
    }
    return parts.size() == 1 ? parts.get(0) : NDArrays.concat(parts, 0);
  }

  /** For each item of the batch the places of its tokens in the bank. */
  private static List<int[]> tokensOfItems(FusionInput items) {
    List<int[]> places = new ArrayList<>();
    int captions = items.captionLengths().size();
    int pictures = Math.toIntExact(items.features().getShape().get(0)) - captions;
    int start = 0;
    for (Encoded part : items.encoded()) {
      Shape shape = part.tokens().orElseThrow().getShape();
      int count = Math.toIntExact(shape.get(0));
      int length = Math.toIntExact(shape.get(1));
      for (int i = 0; i < count; i++, start += length) {
        boolean caption = places.size() >= pictures;
        int used = caption ? items.captionLengths().get(places.size() - pictures) : length;
        places.add(IntStream.range(start, start + used).toArray());
      }
    }
    return places;
  }
}
