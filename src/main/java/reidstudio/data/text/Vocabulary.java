package reidstudio.data.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words and their numbers. The list of words is all there is to save with a run.
 *
 * @param words by number; the first four are {@link #SPECIAL}
 */
public record Vocabulary(List<String> words) {
  /** Fills a row behind the end. */
  public static final int PAD = 0;

  /** Begins every caption. */
  public static final int START = 1;

  /** Ends every caption. */
  public static final int END = 2;

  /** A word that the training captions do not have. */
  public static final int UNKNOWN = 3;

  /** What stands for the four in the list; no word can be spelt so. */
  public static final List<String> SPECIAL = List.of("<pad>", "<start>", "<end>", "<unknown>");

  public Vocabulary {
    words = List.copyOf(words);
    if (words.size() < SPECIAL.size() || !words.subList(0, SPECIAL.size()).equals(SPECIAL)) {
      throw new IllegalArgumentException("a vocabulary begins with " + SPECIAL);
    }
    if (new HashSet<>(words).size() != words.size()) {
      throw new IllegalArgumentException("a vocabulary has every word once");
    }
  }

  /** Of all words of the training captions: the frequent ones first, equals by alphabet. */
  public static Vocabulary of(Collection<String> captions) {
    Map<String, Long> counts =
        captions.stream()
            .flatMap(caption -> CaptionWords.of(caption).stream())
            .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
    Comparator<Map.Entry<String, Long>> order =
        Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry::getKey);
    return new Vocabulary(
        Stream.concat(
                SPECIAL.stream(), counts.entrySet().stream().sorted(order).map(Map.Entry::getKey))
            .toList());
  }

  /** Words, special ones included: rows of an embedding table. */
  public int size() {
    return words.size();
  }

  Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int number = 0; number < words.size(); number++) {
      numbers.put(words.get(number), number);
    }
    return numbers;
  }
}
