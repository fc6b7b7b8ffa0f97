package reidstudio.data.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes captions apart: lower-case runs of letters and digits. Everything else separates words and
 * is dropped, hyphens included, so {@code light-blue} shares its words with {@code light} and
 * {@code blue}. Scripts without spaces give one word for each ideograph.
 */
final class CaptionWords {
  private static final Pattern WORD =
      Pattern.compile("\\p{IsIdeographic}|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsIdeographic}]]+");

  private CaptionWords() {}

  static List<String> of(String caption) {
    // NFKC: one spelling for composed and decomposed accents and for full-width letters
    String text = Normalizer.normalize(caption, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }
}
