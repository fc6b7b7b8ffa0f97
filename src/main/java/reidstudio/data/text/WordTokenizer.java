package reidstudio.data.text;

import java.util.List;
import java.util.Map;

/** Turns captions into the numbers of a vocabulary. */
public final class WordTokenizer {
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

  /**
   * Numbers of a caption between START and END, not padded; its length is the array's. A caption
   * that is too long loses its last words and keeps its END.
   *
   * @param maxTokens at least 2, START and END included
   */
  public int[] encode(String caption, int maxTokens) {
    if (maxTokens < 2) {
      throw new IllegalArgumentException("START and END need 2 tokens, not " + maxTokens);
    }
    List<String> words = CaptionWords.of(caption);
    int kept = Math.min(words.size(), maxTokens - 2);
    int[] tokens = new int[kept + 2];
    tokens[0] = Vocabulary.START;
    for (int i = 0; i < kept; i++) {
      tokens[i + 1] = numbers.getOrDefault(words.get(i), Vocabulary.UNKNOWN);
    }
    tokens[kept + 1] = Vocabulary.END;
    return tokens;
  }
}
