package reidstudio.data.text;

import java.util.stream.IntStream;

/** One caption's numbers between start and end. */
final class TokenRow {
  private TokenRow() {}

  /**
   * As {@link Tokenizer#encode} has it.
   *
   * @param tokens read only as far as there is room
   */
  static int[] of(Tokenizer tokenizer, IntStream tokens, int maxTokens) {
    if (maxTokens < 2) {
      throw new IllegalArgumentException("START and END need 2 tokens, not " + maxTokens);
    }
    IntStream kept = tokens.limit(maxTokens - 2L);
    return IntStream.concat(
            IntStream.concat(IntStream.of(tokenizer.start()), kept), IntStream.of(tokenizer.end()))
        .toArray();
  }
}
