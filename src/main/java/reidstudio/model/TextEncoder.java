package reidstudio.model;

import reidstudio.config.FusionKind;
import reidstudio.config.RunConfig;
import reidstudio.config.TextConfig;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.ParameterFactory;

/** Captions to features. */
sealed interface TextEncoder permits WordTextEncoder, ClipTextEncoder {
  /** Encodes captions of n rows. */
  Encoded forward(ModelInput.Padded captions);

  /**
   * The encoder that {@code config} asks for.
   *
   * @param words rows of the token table
   */
  static TextEncoder of(OperatorPack pack, ParameterFactory make, RunConfig config, int words) {
    TextConfig text = config.model().text();
    boolean allTokens = config.model().fusion().kind() == FusionKind.TOKENS;
    return switch (text.kind()) {
      case WORDS -> new WordTextEncoder(pack, make, config, words, allTokens);
      case CLIP -> new ClipTextEncoder(pack, make, config, words, allTokens);
    };
  }
}
