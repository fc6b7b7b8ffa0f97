package reidstudio.data.text;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Characters that HTML writes as an ampersand and a number or a name: the numbers, the names of
 * Latin-1 and of common punctuation. As in HTML 5, and in Python's {@code html.unescape} that CLIP
 * was trained behind, the names of Latin-1 need no semicolon.
 */
final class HtmlEntities {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#([0-9]+);?|#[xX]([0-9a-fA-F]+);?|([A-Za-z][A-Za-z0-9]{1,31})(;?))");
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** From U+00A0 on, in order. */
  private static final String LATIN_1 =
      """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr \
      deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest \
      Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc \
      Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute \
      THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
      iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
      uuml yacute thorn yuml""";

  private static final Map<String, String> WITHOUT_SEMICOLON = latin();
  private static final Map<String, String> WITH_SEMICOLON =
      Map.ofEntries(
          Map.entry("apos", "'"),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("lsquo", "\u2018"),
          Map.entry("rsquo", "\u2019"),
          Map.entry("sbquo", "\u201A"),
          Map.entry("ldquo", "\u201C"),
          Map.entry("rdquo", "\u201D"),
          Map.entry("bdquo", "\u201E"),
          Map.entry("bull", "\u2022"),
          Map.entry("hellip", "\u2026"),
          Map.entry("euro", "\u20AC"),
          Map.entry("trade", "\u2122"));

  private HtmlEntities() {}

  /** Replaces each reference once; what is no known reference stays as it is. */
  static String unescape(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(replacement(match)));
  }

  private static String replacement(MatchResult match) {
    if (match.group(1) != null) {
      return character(match.group(1), 10);
    }
    if (match.group(2) != null) {
      return character(match.group(2), 16);
    }
    String name = match.group(3);
    String semicolon = match.group(4);
    if (!semicolon.isEmpty() && WITH_SEMICOLON.containsKey(name)) {
      return WITH_SEMICOLON.get(name);
    }
    if (WITHOUT_SEMICOLON.containsKey(name)) {
      return WITHOUT_SEMICOLON.get(name);
    }
    // HTML 5 takes the longest beginning that is a name: "&ampm" is "&m"
    for (int length = name.length() - 1; length > 1; length--) {
      String character = WITHOUT_SEMICOLON.get(name.substring(0, length));
      if (character != null) {
        return character + name.substring(length) + semicolon;
      }
    }
    return match.group();
  }

  /** The rules of HTML 5: Windows' characters for C1 controls, nothing for other controls. */
  private static String character(String digits, int radix) {
    int point;
    try {
      point = Integer.parseInt(digits, radix);
    } catch (NumberFormatException e) {
      // more digits than any character has
      return "\uFFFD";
    }
    if (point == 0 || point > Character.MAX_CODE_POINT || (point >= 0xD800 && point <= 0xDFFF)) {
      return "\uFFFD";
    }
    if (point >= 0x80 && point <= 0x9F) {
      return new String(new byte[] {(byte) point}, WINDOWS);
    }
    boolean blank = point == '\t' || point == '\n' || point == '\f' || point == '\r';
    return Character.isISOControl(point) && !blank ? "" : Character.toString(point);
  }

  private static Map<String, String> latin() {
    Map<String, String> characters = new HashMap<>();
    char next = '\u00A0';
    for (String name : Pattern.compile(" ").splitAsStream(LATIN_1).toList()) {
      characters.put(name, String.valueOf(next++));
    }
    characters.put("quot", "\"");
    characters.put("amp", "&");
    characters.put("lt", "<");
    characters.put("gt", ">");
    return Map.copyOf(characters);
  }
}
