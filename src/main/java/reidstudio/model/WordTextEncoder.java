package reidstudio.model;

import ai.djl.ndarray.NDArray;
import reidstudio.config.RunConfig;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.ParameterFactory;

/** A small bidirectional transformer over word tokens; the start token carries the feature. */
final class WordTextEncoder implements TextEncoder {
  private final TextLayers text;
  private final boolean allTokens;

  WordTextEncoder(
      OperatorPack pack, ParameterFactory make, RunConfig config, int words, boolean allTokens) {
    this.text = new TextLayers(pack, make, config, words, false, 0.05, 0.02);
    this.allTokens = allTokens;
  }

  @Override
  public Encoded forward(ModelInput.Padded captions) {
    NDArray x = text.embed(captions.values_BxT());
    NDArray present = captions.present_BxT();
    for (TransformerLayer layer : text.beforeLast()) {
      x = layer.forward(x, present);
    }
    return allTokens
        ? text.projection().first(text.lastLayer().forward(x, present))
        : text.projection().of(text.lastLayer().first(x, present));
  }
}
