package reidstudio.model;

import ai.djl.ndarray.NDArray;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/** Layer norm of the first token, then a linear map without bias to the embedding. */
final class FirstTokenProjection {
  private final OperatorPack pack;
  private final NDArray gamma;
  private final NDArray beta;
  private final NDArray projection;

  FirstTokenProjection(
      OperatorPack pack, ParameterFactory make, String name, int width, int embedding) {
    this.pack = pack;
    gamma = make.constant(name + ".ln_post.weight", Role.ENCODER, 1, width);
    beta = make.constant(name + ".ln_post.bias", Role.ENCODER, 0, width);
    projection =
        make.normal(name + ".proj.weight", Role.ENCODER, Math.pow(width, -0.5), embedding, width);
  }

  /** Maps tokens [B, T, width] to features [B, embedding]. */
  NDArray forward(NDArray tokens_BxTxW) {
    return pack.graph("project_first_token", tokens_BxTxW, gamma, beta, projection);
  }
}
