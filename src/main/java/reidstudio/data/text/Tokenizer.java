package reidstudio.data.text;

/** Turns captions into rows of an embedding table. Safe for many threads. */
public interface Tokenizer {
  /**
   * Numbers of a caption between {@link #start} and {@link #end}, not padded; its length is the
   * array's. A caption that is too long loses its last tokens and keeps its end.
   *
   * @param maxTokens at least 2, start and end included
   * @throws IllegalArgumentException if {@code maxTokens} is smaller
   */
  int[] encode(String caption, int maxTokens);

  /** Rows of an embedding table: one more than the highest number. */
  int size();

  /** Begins every caption. */
  int start();

  /** Ends every caption. */
  int end();
}
