package reidstudio.data.text;

import java.io.IOException;

/**
 * A file that cannot be used as a vocabulary. The message is one sentence for the user: what is
 * wrong, where, and what to do.
 */
public final class VocabularyException extends IOException {
  private static final long serialVersionUID = 1;

  /** With the sentence. */
  public VocabularyException(String message) {
    super(message);
  }

  /** With the sentence and what led to it. */
  public VocabularyException(String message, Throwable cause) {
    super(message, cause);
  }
}
