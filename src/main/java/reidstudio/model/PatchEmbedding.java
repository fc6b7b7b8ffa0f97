package reidstudio.model;

import ai.djl.ndarray.NDArray;
import reidstudio.config.DataConfig;
import reidstudio.config.ModelConfig;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/** Patches, class token, positions and the first normalisation of one image modality. */
final class PatchEmbedding {
  private final OperatorPack pack;
  private final NDArray kernel;
  private final NDArray classToken;
  private final NDArray positions;
  private final NDArray gamma;
  private final NDArray beta;

  PatchEmbedding(
      OperatorPack pack, ParameterFactory make, String name, ModelConfig model, DataConfig data) {
    this.pack = pack;
    int width = model.width();
    int patch = model.patch();
    int patches = (data.imageHeight() / patch) * (data.imageWidth() / patch);
    double fanIn = 3.0 * patch * patch;
    kernel =
        make.normal(
            name + ".conv1.weight", Role.ENCODER, Math.pow(fanIn, -0.5), width, 3, patch, patch);
    classToken = make.normal(name + ".class_embedding", Role.ENCODER, 0.02, width);
    positions =
        make.normal(name + ".positional_embedding", Role.ENCODER, 0.02, patches + 1L, width);
    gamma = make.constant(name + ".ln_pre.weight", Role.ENCODER, 1, width);
    beta = make.constant(name + ".ln_pre.bias", Role.ENCODER, 0, width);
  }

  /** Maps normalised pixels [B, 3, H, W] to tokens [B, 1 + patches, width]. */
  NDArray forward(NDArray pixels_Bx3xHxW) {
    return pack.graph("patch_embed", pixels_Bx3xHxW, kernel, classToken, positions, gamma, beta);
  }
}
