package reidstudio.data.demo;

import java.util.List;
import java.util.Locale;

/** The little grammar that captions need. */
final class English {
  private English() {}

  /** Puts "a" or "an" before a phrase; no word of the vocabulary sounds unlike its first letter. */
  static String article(String phrase) {
    return ("aeiou".indexOf(Character.toLowerCase(phrase.charAt(0))) >= 0 ? "an " : "a ") + phrase;
  }

  /** "a", "a and b", "a, b and c". */
  static String list(List<String> phrases) {
    int last = phrases.size() - 1;
    return last <= 0
        ? String.join("", phrases)
        : String.join(", ", phrases.subList(0, last)) + " and " + phrases.get(last);
  }

  static String capital(String phrase) {
    return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
  }
}
