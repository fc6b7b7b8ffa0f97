package reidstudio.model;

import ai.djl.ndarray.NDArray;
import reidstudio.config.DataConfig;
import reidstudio.config.RunConfig;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/** Patches, class token, positions and the first normalisation of one image modality. */
final class PatchEmbedding {
  /**
   * Of random positions. A patch of one grey has an embedding in one direction, as long as it is
   * bright; added to positions that are short beside it, the normalisation that follows keeps no
   * more of it than its sign, and what sketches and infrared pictures consist of is lost.
   * Normalised pixels have a deviation of about 1, and so have the kernel's outputs: these are of
   * that size.
   */
  private static final double POSITION_DEVIATION = 0.7;

  private final OperatorPack pack;
  private final NDArray kernel;
  private final NDArray classToken;
  private final NDArray positions;
  private final NDArray gamma;
  private final NDArray beta;
  private final NDArray options;

  PatchEmbedding(
      OperatorPack pack, ParameterFactory make, String name, RunConfig config, LayerSpec spec) {
    this.pack = pack;
    DataConfig data = config.data();
    int width = spec.width();
    int patch = config.model().patch();
    int patches = (data.imageHeight() / patch) * (data.imageWidth() / patch);
    double fanIn = 3.0 * patch * patch;
    kernel =
        make.normal(
            name + ".conv1.weight", Role.ENCODER, Math.pow(fanIn, -0.5), width, 3, patch, patch);
    classToken = make.normal(name + ".class_embedding", Role.ENCODER, POSITION_DEVIATION, width);
    positions =
        make.normal(
            name + ".positional_embedding", Role.ENCODER, POSITION_DEVIATION, patches + 1L, width);
    gamma = make.constant(name + ".ln_pre.weight", Role.ENCODER, 1, width);
    beta = make.constant(name + ".ln_pre.bias", Role.ENCODER, 0, width);
    options = spec.options(make.manager(), 0);
  }

  /** Maps normalised pixels [B, 3, H, W] to tokens [B, 1 + patches, width]. */
  NDArray forward(NDArray pixels_Bx3xHxW) {
    return pack.graph(
        "patch_embed", pixels_Bx3xHxW, kernel, classToken, positions, gamma, beta, options);
  }
}
