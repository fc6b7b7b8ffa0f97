package reidstudio.engine;

import java.io.IOException;

/** Why a model cannot be judged, in one sentence for the user. */
final class EvaluationException extends IOException {
  private static final long serialVersionUID = 1;

  EvaluationException(String sentence) {
    super(sentence);
  }
}
