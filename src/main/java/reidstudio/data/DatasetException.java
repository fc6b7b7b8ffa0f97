package reidstudio.data;

import java.io.IOException;

/**
 * A folder that cannot be used as a data set. The message is one sentence for the user: what is
 * wrong, where, and what to do.
 */
public final class DatasetException extends IOException {
  private static final long serialVersionUID = 1;

  /** With the sentence. */
  public DatasetException(String message) {
    super(message);
  }

  /** With the sentence and what led to it. */
  public DatasetException(String message, Throwable cause) {
    super(message, cause);
  }
}
