package reidstudio.data.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values are those of Python's {@code html.unescape}. */
class HtmlEntitiesTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "a &amp; b, a & b",
        "&lt;p&gt;, <p>",
        "&apos;s, 's",
        "T&#45;shirt, T-shirt",
        "&#x2D;&#X2d;, --",
        "caf&eacute;, caf\u00e9",
        "&yuml;&Agrave;&times;, \u00ff\u00c0\u00d7",
        "it&rsquo;s, it\u2019s",
        "&euro;&hellip;, \u20ac\u2026",
        "&#8217;, \u2019",
        "&#128092;, \ud83d\udc5c",
        "&#146;, \u2019",
        "&#36;1&#92;, $1\\",
        "&amp;quot;, &quot;",
      })
  void replacesOnce(String escaped, String plain) {
    assertThat(HtmlEntities.unescape(escaped)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "black &amp white, black & white",
        "&ampm, &m",
        "&#65 b, A b",
        "&notit;, \u00acit;",
        "&apos s, &apos s"
      })
  void theSemicolonMayLackWhereHtmlLetsIt(String escaped, String plain) {
    assertThat(HtmlEntities.unescape(escaped)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({"H&M", "Q & A", "&unknown;", "&;", "&#;", "&#x;", "a&b$1\\"})
  void leavesOtherTextAlone(String text) {
    assertThat(HtmlEntities.unescape(text)).isEqualTo(text);
  }

  @Test
  void numbersThatAreNoCharacterDoNoHarm() {
    assertThat(HtmlEntities.unescape("&#0;&#xD800;&#x110000;&#99999999999;"))
        .isEqualTo("\ufffd".repeat(4));
    assertThat(HtmlEntities.unescape("a&#1;b&#10;c")).isEqualTo("ab\nc");
  }
}
