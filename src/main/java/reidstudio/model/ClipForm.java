package reidstudio.model;

import java.util.function.DoubleUnaryOperator;
import reidstudio.config.ModelConfig;

/**
 * What makes a CLIP beside its weights. No shape shows any of it: with another form the same file
 * loads as well and gives poorer features, which is how PRCV's model lost CLIP's and ReID5o's first
 * one had 8 heads in place of 12.
 *
 * @param image picture encoder
 * @param text caption encoder
 * @param activation between the maps of a layer
 * @param normsPatches whether patches are normalised before the first layer
 * @param endToken whether the feature of a caption is that of its last token, not of its first
 */
record ClipForm(
    Tower image,
    Tower text,
    DoubleUnaryOperator activation,
    boolean normsPatches,
    boolean endToken) {
  /**
   * A transformer.
   *
   * @param heads of its attention
   * @param layers how many
   * @param causal whether a token sees only itself and the ones before it
   */
  record Tower(int heads, int layers, boolean causal) {}

  /** The form in Radford et al. 2021, with the sizes of {@code model}. */
  static ClipForm of(ModelConfig model) {
    return new ClipForm(
        new Tower(model.heads(), model.imageLayers(), false),
        new Tower(model.text().heads(), model.text().layers(), true),
        ClipForm::quickGelu,
        true,
        true);
  }

  private static double quickGelu(double x) {
    return x / (1 + Math.exp(-1.702 * x));
  }
}
