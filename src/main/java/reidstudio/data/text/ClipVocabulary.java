package reidstudio.data.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The symbols of a CLIP text encoder and the order in which they merge. It belongs to published
 * weights: a model that starts from them needs the vocabulary that they were trained with.
 */
public final class ClipVocabulary {
  /**
   * Two neighbours that become one symbol.
   *
   * @param rank the lower, the sooner
   * @param result number of the symbol that replaces both
   */
  record Merge(int rank, int result) {}

  private final SymbolTable table;
  private final int start;
  private final int end;
  private final int[] inner = new int[256];
  private final int[] last = new int[256];
  private final Map<Long, Merge> merges = new HashMap<>();

  private ClipVocabulary(SymbolTable table) throws VocabularyException {
    this.table = table;
    checkNumbers();
    this.start = number(ClipText.START);
    this.end = number(ClipText.END);
    String[] symbols = ByteSymbols.byValue();
    for (int value = 0; value < symbols.length; value++) {
      inner[value] = number(symbols[value]);
      last[value] = number(symbols[value] + ByteSymbols.WORD_END);
    }
    List<MergeRule> rules = table.rules();
    for (int rank = 0; rank < rules.size(); rank++) {
      add(rules.get(rank), rank);
    }
  }

  /**
   * Reads a vocabulary as it is published: a {@code tokenizer.json}, a {@code vocab.json} beside
   * its {@code merges.txt}, or OpenAI's {@code bpe_simple_vocab_16e6.txt.gz}.
   *
   * @param path one of these files, or a folder that has them
   * @throws VocabularyException if there is none, or if it is not whole
   */
  public static ClipVocabulary open(Path path) throws VocabularyException {
    return new ClipVocabulary(ClipForm.read(path));
  }

  /** Symbols, special ones included: rows of an embedding table; 49,408 for CLIP's own. */
  public int size() {
    return table.numbers().size();
  }

  /** Number of {@code <|startoftext|>}. */
  public int start() {
    return start;
  }

  /** Number of {@code <|endoftext|>}. */
  public int end() {
    return end;
  }

  /** All that it says, whatever file it came from: symbols by number, then rules by rank. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    table.numbers().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(entry -> lines.add(entry.getKey()));
    table.rules().forEach(rule -> lines.add(rule.left() + " " + rule.right()));
    return lines;
  }

  /** Symbols of the bytes of a word, nothing merged yet. */
  int[] bytes(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    int[] symbols = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      symbols[i] = (i == bytes.length - 1 ? last : inner)[Byte.toUnsignedInt(bytes[i])];
    }
    return symbols;
  }

  /** What two neighbours become, or null if they stay apart. */
  Merge merge(int left, int right) {
    return merges.get(pair(left, right));
  }

  private void checkNumbers() throws VocabularyException {
    int size = table.numbers().size();
    BitSet seen = new BitSet(size);
    for (Map.Entry<String, Integer> entry : table.numbers().entrySet()) {
      int number = entry.getValue();
      if (number < 0 || number >= size || seen.get(number)) {
        throw new VocabularyException(
            "%s gives %s the number %d, but its %d symbols need 0 to %d, each once; copy it anew."
                .formatted(table.file(), entry.getKey(), number, size, size - 1));
      }
      seen.set(number);
    }
  }

  private void add(MergeRule rule, int rank) throws VocabularyException {
    long pair = pair(number(rule.left()), number(rule.right()));
    if (merges.putIfAbsent(pair, new Merge(rank, number(rule.result()))) != null) {
      throw new VocabularyException(
          "%s merges %s and %s twice; copy the file anew."
              .formatted(table.file(), rule.left(), rule.right()));
    }
  }

  private int number(String symbol) throws VocabularyException {
    Integer number = table.numbers().get(symbol);
    if (number == null) {
      throw new VocabularyException(
          "%s lacks the symbol %s, so it is not whole or not CLIP's; choose another file."
              .formatted(table.file(), symbol));
    }
    return number;
  }

  private static long pair(int left, int right) {
    return (long) left << 32 | right;
  }
}
