package reidstudio.data.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClipTokenizerTest {
  private static final int ROOM = 1000;
  private static final SmallClip SMALL =
      SmallClip.of("b c", "a b", "i n", "i n</w>", "a b</w>", "' s</w>", "e d</w>", "r ed</w>");

  @TempDir Path folder;
  private Tokenizer tokenizer;

  @BeforeEach
  void openSmall() throws IOException {
    tokenizer = open(SMALL);
  }

  @Test
  void theFirstRuleIsAppliedFirstWhereverItsPairStands() {
    assertTokens("abcd", "a", "bc", "d</w>");
    assertTokens("abd", "ab", "d</w>");
    assertTokens("ababcab", "ab", "a", "bc", "ab</w>");
  }

  @Test
  void theEndOfAWordBelongsToItsLastSymbol() {
    assertTokens("in ini inin", "in</w>", "in", "i</w>", "in", "in</w>");
    assertTokens("red redx", "red</w>", "r", "e", "d", "x</w>");
  }

  @Test
  void digitsStandAlone() {
    assertTokens("18:30", "1</w>", "8</w>", ":</w>", "3</w>", "0</w>");
    assertTokens("a1b", "a</w>", "1</w>", "b</w>");
  }

  @Test
  void englishEndingsAreSplitOff() {
    assertTokens("ab's", "ab</w>", "'s</w>");
    assertTokens("in're'x", "in</w>", "'", "r", "e</w>", "'</w>", "x</w>");
    assertTokens("ab\u2019s", "ab</w>", "'s</w>");
  }

  @Test
  void signsStayTogether() {
    assertTokens("\u201cab\u201d", "\"</w>", "ab</w>", "\"</w>");
    assertTokens("ab...-x", "ab</w>", ".", ".", ".", "-</w>", "x</w>");
  }

  @Test
  void spaceAndCaseDoNotCount() {
    assertTokens(" \tAB\u00a0\n  In\u3000ab", "ab</w>", "in</w>", "ab</w>");
  }

  @Test
  void webEscapesAreUndoneTwice() {
    assertTokens("ab &amp;amp; in &lt;", "ab</w>", "&</w>", "in</w>", "<</w>");
  }

  @Test
  void otherLettersAreBytes() {
    assertTokens("\u00c9", "\u00c3", "\u00a9</w>");
    assertTokens("e\u0301", "\u00c3", "\u00a9</w>");
    // U+7EA2 is E7 BA A2, U+1F45C is F0 9F 91 9C; 9F, 91 and 9C cannot be printed
    assertTokens("\u7ea2", "\u00e7", "\u00ba", "\u00a2</w>");
    assertTokens("\ud83d\udc5c", "\u00f0", "\u0141", "\u0133", "\u013e</w>");
  }

  @Test
  void emptyTextIsStartAndEnd() {
    assertTokens("");
    assertTokens(" \n ");
  }

  @Test
  void longCaptionsKeepTheirEnd() {
    int[] all = SMALL.numbers("<|startoftext|>", "in</w>", "ab</w>", "<|endoftext|>");
    assertThat(tokenizer.encode("in ab", 4)).containsExactly(all);
    assertThat(tokenizer.encode("in ab in", 4)).containsExactly(all);
    assertThat(tokenizer.encode("in ab in", 2)).containsExactly(all[0], all[3]);
    assertThatThrownBy(() -> tokenizer.encode("in", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 tokens");
  }

  @Test
  void specialTokensMayBeWrittenOut() {
    assertTokens("in<|EndOfText|>ab", "in</w>", "<|endoftext|>", "ab</w>");
    assertTokens("<|startoftext|>", "<|startoftext|>");
  }

  @Test
  void saysWhatAnEmbeddingNeeds() {
    assertThat(tokenizer.size()).isEqualTo(512 + 8 + 2);
    assertThat(tokenizer.start()).isEqualTo(520);
    assertThat(tokenizer.end()).isEqualTo(521);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void encodesLikeTheSlowFormulation(long seed) throws IOException {
    SmallClip vocabulary = SmallClip.random(seed, 150);
    Tokenizer fast = open(vocabulary);
    SlowClip slow = new SlowClip(vocabulary);
    List<String> alphabet =
        List.of(
            "a",
            "b",
            "c",
            "A",
            "\u00e9",
            "s",
            " ",
            "'",
            "!",
            "'re",
            "7",
            "\u0664",
            "\t",
            "\u7ea2",
            "\ud83d\udc5c",
            "<|endoftext|>",
            "abc",
            "aa",
            "bb",
            "bcb");
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 500; i++) {
      StringBuilder caption = new StringBuilder();
      for (int part = random.nextInt(25); part > 0; part--) {
        caption.append(alphabet.get(random.nextInt(alphabet.size())));
      }
      assertThat(fast.encode(caption.toString(), ROOM))
          .as("%s", caption)
          .containsExactly(slow.encode(caption.toString()));
    }
  }

  private Tokenizer open(SmallClip vocabulary) throws IOException {
    return new ClipTokenizer(ClipVocabulary.open(vocabulary.openAi(folder)));
  }

  /** Numbers are compared as symbols, so that a failure can be read. */
  private void assertTokens(String caption, String... between) {
    List<String> symbols = SMALL.symbols();
    List<String> found =
        IntStream.of(tokenizer.encode(caption, ROOM)).mapToObj(symbols::get).toList();
    assertThat(found.get(0)).isEqualTo("<|startoftext|>");
    assertThat(found.get(found.size() - 1)).isEqualTo("<|endoftext|>");
    assertThat(found.subList(1, found.size() - 1)).containsExactly(between);
  }
}
