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

  /** The feature [B, D] of the tokens that carry it [B, W]. */
  Encoded of(NDArray token_BxW) {
    return new Encoded(projected(token_BxW), Optional.empty());
  }

  /** All tokens [B, T, D] of [B, T, W]; the feature is that of their first. */
  Encoded first(NDArray tokens_BxTxW) {
    NDArray projected = projected(tokens_BxTxW);
    return new Encoded(pack.graph("first_token", projected), Optional.of(projected));
  }

  /** As {@link #first}; the feature is that of the last token present. */
  Encoded last(NDArray tokens_BxTxW, NDArray present_BxT) {
    NDArray projected = projected(tokens_BxTxW);
    return new Encoded(pack.graph("last_token", projected, present_BxT), Optional.of(projected));
  }

  private NDArray projected(NDArray tokens) {
    return pack.graph("project_tokens", tokens, gamma, beta, projection);
  }
}
