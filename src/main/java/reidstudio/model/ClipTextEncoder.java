package reidstudio.model;

import ai.djl.ndarray.NDArray;
import reidstudio.config.RunConfig;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.ParameterFactory;

/**
 * CLIP's causal transformer over BPE tokens (Radford et al. 2021); the end token carries the
 * feature. What follows the end token cannot be seen from it, so captions are padded to the longest
 * of the batch and not to 77.
 */
final class ClipTextEncoder implements TextEncoder {
  private final TextLayers text;
  private final boolean allTokens;

  ClipTextEncoder(
      OperatorPack pack, ParameterFactory make, RunConfig config, int words, boolean allTokens) {
    this.text = new TextLayers(pack, make, config, words, true, 0.02, 0.01);
    this.allTokens = allTokens;
  }

  @Override
  public Encoded forward(ModelInput.Padded captions) {
    NDArray x = text.embed(captions.values_BxT());
    NDArray present = captions.present_BxT();
    for (TransformerLayer layer : text.beforeLast()) {
      x = layer.forward(x);
    }
    return allTokens
        ? text.projection().last(text.lastLayer().forward(x), present)
        : text.projection().of(text.lastLayer().last(x, present));
  }
}
