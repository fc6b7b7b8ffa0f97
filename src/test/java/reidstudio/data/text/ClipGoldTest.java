package reidstudio.data.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Sequences of OpenAI's own tokenizer. The vocabulary is not ours to ship: name a copy, in any
 * form, with {@code -DREID_CLIP_VOCABULARY=FILE} or in the environment.
 */
class ClipGoldTest {
  private static final String NAME = "REID_CLIP_VOCABULARY";
  private static final int START = 49_406;
  private static final int END = 49_407;

  private ClipTokenizer tokenizer;

  @BeforeEach
  void openVocabulary() throws IOException {
    String path = System.getProperty(NAME, System.getenv(NAME));
    assumeTrue(path != null, NAME + " names no file of CLIP's vocabulary");
    tokenizer = new ClipTokenizer(ClipVocabulary.open(Path.of(path)));
  }

  @Test
  void hasClipsNumbers() {
    assertThat(tokenizer.size()).isEqualTo(49_408);
    assertThat(tokenizer.start()).isEqualTo(START);
    assertThat(tokenizer.end()).isEqualTo(END);
  }

  @Test
  void encodesCaptions() {
    assertTokens(
        "A man wearing a black jacket and blue jeans.",
        IntStream.of(320, 786, 3309, 320, 1449, 6164, 537, 1746, 10157, 269));
    assertTokens(
        "The woman's hair is tied; she carries a light-pink handbag, 2 bags!",
        IntStream.of(
            518, 2308, 568, 2225, 533, 9889, 282, 1043, 17982, 320, 1395, 268, 3360, 22654, 267,
            273, 6136, 256));
    assertTokens(
        "She's   wearing\tT-shirt &amp; shorts",
        IntStream.of(1043, 568, 3309, 339, 268, 2523, 261, 9680));
    assertTokens("18:30 backpack", IntStream.of(272, 279, 281, 274, 271, 14894));
    assertTokens("", IntStream.of());
  }

  @Test
  void cutsToClipsLength() {
    assertThat(tokenizer.encode("man ".repeat(100), 77))
        .hasSize(77)
        .startsWith(START, 786)
        .endsWith(786, END);
  }

  private void assertTokens(String caption, IntStream between) {
    assertThat(tokenizer.encode(caption, 77))
        .containsExactly(
            IntStream.concat(IntStream.concat(IntStream.of(START), between), IntStream.of(END))
                .toArray());
  }
}
