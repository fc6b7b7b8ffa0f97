package reidstudio.data.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordTokenizerTest {
  private static final Vocabulary VOCABULARY =
      Vocabulary.of(List.of("A man in a red T-shirt.", "A red-haired man", "the MAN, a bag!"));

  @Test
  void frequentWordsComeFirstThenTheAlphabet() {
    assertThat(VOCABULARY.words())
        .containsExactly(
            "<pad>",
            "<start>",
            "<end>",
            "<unknown>", //
            "a",
            "man",
            "red",
            "bag",
            "haired",
            "in",
            "shirt",
            "t",
            "the");
    assertThat(VOCABULARY.size()).isEqualTo(13);
  }

  @Test
  void theOrderOfCaptionsDoesNotMatter() {
    assertThat(
            Vocabulary.of(
                List.of("the MAN, a bag!", "A red-haired man", "A man in a red T-shirt.")))
        .isEqualTo(VOCABULARY);
  }

  @Test
  void encodesBetweenStartAndEnd() {
    WordTokenizer tokenizer = new WordTokenizer(VOCABULARY);
    assertThat(tokenizer.encode("The red man, a ghost", 40)).containsExactly(1, 12, 6, 5, 4, 3, 2);
    assertThat(tokenizer.encode("", 40)).containsExactly(1, 2);
  }

  @Test
  void wordsThatLookSpecialAreOrdinaryOnes() {
    WordTokenizer tokenizer = new WordTokenizer(VOCABULARY);
    assertThat(tokenizer.encode("<pad> <end>", 40)).containsExactly(1, 3, 3, 2);
  }

  @Test
  void longCaptionsKeepTheirEnd() {
    WordTokenizer tokenizer = new WordTokenizer(VOCABULARY);
    assertThat(tokenizer.encode("a man in a red shirt", 4)).containsExactly(1, 4, 5, 2);
    assertThat(tokenizer.encode("a man", 4)).containsExactly(1, 4, 5, 2);
    assertThat(tokenizer.encode("a man", 2)).containsExactly(1, 2);
    assertThatThrownBy(() -> tokenizer.encode("a", 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void splitsAtEverythingThatIsNoLetterOrDigit() {
    assertThat(CaptionWords.of("She's   wearing\ta light\u2010pink, No.2 caf\u00e9_bag"))
        .containsExactly(
            "she", "s", "wearing", "a", "light", "pink", "no", "2", "caf\u00e9", "bag");
  }

  @Test
  void composedDecomposedAndFullWidthAreOneSpelling() {
    assertThat(CaptionWords.of("cafe\u0301 \uff21\uff22"))
        .isEqualTo(CaptionWords.of("Caf\u00c9 ab"))
        .containsExactly("caf\u00e9", "ab");
  }

  @Test
  void ideographsAreWordsOfTheirOwn() {
    assertThat(CaptionWords.of("\u7ea2\u8272T\u6064,\u80cc\u5305"))
        .containsExactly("\u7ea2", "\u8272", "t", "\u6064", "\u80cc", "\u5305");
  }

  @Test
  void lowerCaseDoesNotFollowTheMachinesLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(CaptionWords.of("TITLE")).containsExactly("title");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aSavedVocabularyIsChecked() {
    assertThat(new Vocabulary(VOCABULARY.words())).isEqualTo(VOCABULARY);
    assertThatThrownBy(() -> new Vocabulary(List.of("a", "b", "c", "d")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Vocabulary(List.of("<pad>", "<start>", "<end>", "<unknown>", "a", "a")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
