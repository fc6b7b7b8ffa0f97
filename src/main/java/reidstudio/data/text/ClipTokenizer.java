package reidstudio.data.text;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * CLIP's byte-level byte pair encoding: every text has numbers, no word is unknown.
 *
 * <p>Rows are as OpenAI's tokenizer makes them before padding. Number 0 is an ordinary symbol of
 * CLIP, so whoever pads finds the end of a caption by its first {@link #end}.
 */
public final class ClipTokenizer implements Tokenizer {
  /** Captions of a data set have a few thousand words; more are encoded anew each time. */
  static final int REMEMBERED_WORDS = 20_000;

  /** Longer pieces, such as rows of dashes, are not words that come again. */
  private static final int REMEMBERED_LENGTH = 40;

  private final ClipVocabulary vocabulary;
  private final Map<String, int[]> remembered = new ConcurrentHashMap<>();

  /** Numbers are those of {@code vocabulary}. */
  public ClipTokenizer(ClipVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public int[] encode(String caption, int maxTokens) {
    return TokenRow.of(
        this,
        ClipText.pieces(caption).flatMapToInt(piece -> Arrays.stream(tokens(piece))),
        maxTokens);
  }

  @Override
  public int size() {
    return vocabulary.size();
  }

  @Override
  public int start() {
    return vocabulary.start();
  }

  @Override
  public int end() {
    return vocabulary.end();
  }

  int rememberedWords() {
    return remembered.size();
  }

  private int[] tokens(String piece) {
    if (piece.equals(ClipText.START)) {
      return new int[] {start()};
    }
    if (piece.equals(ClipText.END)) {
      return new int[] {end()};
    }
    int[] known = remembered.get(piece);
    if (known != null) {
      return known;
    }
    int[] tokens = merged(vocabulary.bytes(piece));
    if (piece.length() <= REMEMBERED_LENGTH && remembered.size() < REMEMBERED_WORDS) {
      remembered.put(piece, tokens);
    }
    return tokens;
  }

  private int[] merged(int[] symbols) {
    int length = symbols.length;
    while (true) {
      ClipVocabulary.Merge first = null;
      int left = 0;
      int right = 0;
      for (int i = 0; i + 1 < length; i++) {
        ClipVocabulary.Merge merge = vocabulary.merge(symbols[i], symbols[i + 1]);
        if (merge != null && (first == null || merge.rank() < first.rank())) {
          first = merge;
          left = symbols[i];
          right = symbols[i + 1];
        }
      }
      if (first == null) {
        return Arrays.copyOf(symbols, length);
      }
      length = replace(symbols, length, left, right, first.result());
    }
  }

  /** Replaces every {@code left, right} from the front and returns the new length. */
  private static int replace(int[] symbols, int length, int left, int right, int result) {
    int kept = 0;
    for (int i = 0; i < length; i++) {
      boolean pair = i + 1 < length && symbols[i] == left && symbols[i + 1] == right;
      symbols[kept++] = pair ? result : symbols[i];
      if (pair) {
        i++;
      }
    }
    return kept;
  }
}
