package reidstudio.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the known word that a mistyped one most likely meant, by edit distance. */
final class NearestKey {
  String to(String word, List<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(lower(word), lower(candidate))))
        .orElse("");
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** Levenshtein distance in two rows. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
