package reidstudio.sampler;

/**
 * A sampler that could not give a single batch. The message says why, with the numbers, and what to
 * change.
 */
public final class SamplerException extends Exception {
  private static final long serialVersionUID = 1;

  /** With the sentence for the user. */
  public SamplerException(String message) {
    super(message);
  }
}
