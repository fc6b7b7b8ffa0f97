package reidstudio.data.text;

import java.util.Map;

/** Turns captions into the numbers of a vocabulary of whole words. */
public final class WordTokenizer implements Tokenizer {
  private final Vocabulary vocabulary;
  private final Map<String, Integer> numbers;

  /** For captions in the words of {@code vocabulary}. */
  public WordTokenizer(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.numbers = vocabulary.numbers();
  }

  /** What the numbers mean. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** A word that the vocabulary lacks is {@link Vocabulary#UNKNOWN}. */
  @Override
  public int[] encode(String caption, int maxTokens) {
    return TokenRow.of(
        this,
        CaptionWords.of(caption).stream()
            .mapToInt(word -> numbers.getOrDefault(word, Vocabulary.UNKNOWN)),
        maxTokens);
  }

  @Override
  public int size() {
    return vocabulary.size();
  }

  @Override
  public int start() {
    return Vocabulary.START;
  }

  @Override
  public int end() {
    return Vocabulary.END;
  }
}
