package reidstudio.data.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many words, long ones, and many threads. */
class ClipTokenizerLoadTest {
  private static final int ROOM = 1000;
  private static final SmallClip SMALL = SmallClip.of("l m", "a b</w>", "m n", "lm n</w>");
  private static final SlowClip SLOW = new SlowClip(SMALL);

  @TempDir Path folder;
  private ClipTokenizer tokenizer;

  @BeforeEach
  void openSmall() throws IOException {
    tokenizer = new ClipTokenizer(ClipVocabulary.open(SMALL.openAi(folder)));
  }

  @Test
  void remembersNoMoreWordsThanItsLimit() {
    for (int word = 0; word < ClipTokenizer.REMEMBERED_WORDS + 500; word++) {
      tokenizer.encode(letters(word), ROOM);
    }
    assertThat(tokenizer.rememberedWords()).isEqualTo(ClipTokenizer.REMEMBERED_WORDS);
    for (int word : new int[] {3, ClipTokenizer.REMEMBERED_WORDS + 499}) {
      assertThat(tokenizer.encode(letters(word), ROOM)).containsExactly(SLOW.encode(letters(word)));
    }
  }

  @Test
  void remembersNoLongPieces() {
    assertThat(tokenizer.encode("ab".repeat(5000), ROOM)).hasSize(ROOM);
    assertThat(tokenizer.rememberedWords()).isZero();
  }

  @Test
  void cutsRunsThatAreNoWords() {
    assertThat(ClipText.pieces("x".repeat(2500) + " " + "-".repeat(1001)).map(String::length))
        .containsExactly(1000, 1000, 500, 1000, 1);
  }

  @Test
  void manyThreadsGetTheSame() {
    List<String> captions =
        IntStream.range(0, 2000).mapToObj(i -> letters(i % 50) + " ab's").toList();
    List<int[]> together =
        captions.parallelStream().map(caption -> tokenizer.encode(caption, ROOM)).toList();
    for (int i = 0; i < captions.size(); i++) {
      assertThat(together.get(i)).containsExactly(SLOW.encode(captions.get(i)));
    }
  }

  /** Another word for each number, of the letters from k to z. */
  private static String letters(int number) {
    return (number < 16 ? "" : letters(number / 16)) + (char) ('k' + number % 16);
  }
}
