package reidstudio.data.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Cleans captions and takes them apart the way CLIP's text encoder was trained: lower-case runs of
 * letters, single digits, English endings behind an apostrophe, runs of anything else. Unlike
 * {@link CaptionWords} nothing but white space is dropped.
 *
 * <p>Source: OpenAI's {@code simple_tokenizer.py}. Of the repair that it leaves to ftfy, the parts
 * that captions need are here: quotation marks made straight and composed accents. Text that was
 * decoded with a wrong character set stays as it is.
 */
final class ClipText {
  /** Begins a caption; the same text inside a caption is the same token. */
  static final String START = "<|startoftext|>";

  /** Ends a caption; the same text inside a caption is the same token. */
  static final String END = "<|endoftext|>";

  /**
   * Longer runs are cut. No word comes near, and no caption has room for the numbers of more;
   * merging takes time with the square of the length.
   */
  static final int MAX_RUN = 1000;

  private static final String RUN = "{1," + MAX_RUN + "}";
  private static final Pattern PIECE =
      Pattern.compile(
          Pattern.quote(START)
              + "|"
              + Pattern.quote(END)
              + "|'s|'t|'re|'ve|'m|'ll|'d"
              + "|\\p{L}"
              + RUN
              + "|\\p{N}|[^\\p{IsWhite_Space}\\p{L}\\p{N}]"
              + RUN);
  private static final Pattern SINGLE_QUOTE = Pattern.compile("[\u02BC\u2018-\u201B]");
  private static final Pattern DOUBLE_QUOTE = Pattern.compile("[\u201C-\u201F]");

  private ClipText() {}

  /** Pieces in order, found as they are asked for. */
  static Stream<String> pieces(String caption) {
    return PIECE.matcher(clean(caption)).results().map(MatchResult::group);
  }

  /** White space stays: it is between the pieces, however much. */
  private static String clean(String caption) {
    // twice: data sets from the web hold &amp;quot; and the like
    String text = HtmlEntities.unescape(HtmlEntities.unescape(caption));
    text = SINGLE_QUOTE.matcher(text).replaceAll("'");
    text = DOUBLE_QUOTE.matcher(text).replaceAll("\"");
    text = Normalizer.normalize(text, Normalizer.Form.NFC);
    return text.toLowerCase(Locale.ROOT);
  }
}
