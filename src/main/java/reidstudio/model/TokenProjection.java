package reidstudio.model;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/**
 * The end of an encoder: layer norm, then a linear map without bias to the embedding, of the token
 * that carries the feature or of all of them. Always in float32.
 */
final class TokenProjection {
  private final OperatorPack pack;
  private final NDArray gamma;
  private final NDArray beta;
  private final NDArray projection;

  TokenProjection(OperatorPack pack, ParameterFactory make, String name, int width, int embedding) {
    this.pack = pack;
    gamma = make.constant(name + ".ln_post.weight", Role.ENCODER, 1, width);
    beta = make.constant(name + ".ln_post.bias", Role.ENCODER, 0, width);
    projection =
        make.normal(name + ".proj.weight", Role.ENCODER, Math.pow(width, -0.5), embedding, width);
  }

  /** The feature [B, D] of tokens [B, T, W] is that of their first. */
  Encoded first(NDArray tokens_BxTxW) {
    return new Encoded(
        pack.graph("project_first_token", tokens_BxTxW, gamma, beta, projection), Optional.empty());
  }

  /** As {@link #first}, with the tokens [B, T, D] themselves. */
  Encoded all(NDArray tokens_BxTxW) {
    NDArray projected = projected(tokens_BxTxW);
    return new Encoded(pack.graph("first_token", projected), Optional.of(projected));
  }

  /** The feature is that of the last token present. */
  Encoded last(NDArray tokens_BxTxW, NDArray present_BxT, boolean keepTokens) {
    if (keepTokens) {
      NDArray projected = projected(tokens_BxTxW);
      return new Encoded(pack.graph("last_token", projected, present_BxT), Optional.of(projected));
    }
    NDArray last = pack.graph("last_token", tokens_BxTxW, present_BxT);
    return new Encoded(projected(last), Optional.empty());
  }

  private NDArray projected(NDArray tokens) {
    return pack.graph("project_tokens", tokens, gamma, beta, projection);
  }
}
