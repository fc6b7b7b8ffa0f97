package reidstudio.data.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a vocabulary's files say, before {@link ClipVocabulary} checks it.
 *
 * @param file for messages
 * @param numbers of the symbols, the special ones included
 * @param rules in the order of their priority
 */
record SymbolTable(Path file, Map<String, Integer> numbers, List<MergeRule> rules) {
  /**
   * The numbers follow from the rules, as in OpenAI's tokenizer: 256 bytes in the order of their
   * symbols, the same at the end of a word, one symbol a rule, start, end.
   */
  static SymbolTable ofRules(Path file, List<MergeRule> rules) throws VocabularyException {
    List<String> bytes = Stream.of(ByteSymbols.byValue()).sorted().toList();
    List<String> symbols = new ArrayList<>(bytes);
    bytes.forEach(symbol -> symbols.add(symbol + ByteSymbols.WORD_END));
    rules.forEach(rule -> symbols.add(rule.result()));
    symbols.add(ClipText.START);
    symbols.add(ClipText.END);
    Map<String, Integer> numbers = new HashMap<>();
    for (String symbol : symbols) {
      if (numbers.putIfAbsent(symbol, numbers.size()) != null) {
        throw new VocabularyException(
            "%s makes the symbol %s twice; copy the file anew.".formatted(file, symbol));
      }
    }
    return new SymbolTable(file, numbers, rules);
  }
}
