package reidstudio.metric.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that CPython 3 gave for random.seed(s), random.choice(range(n)) and random.sample. */
class PythonRandomTest {
  private static final int[] BOUNDS = {1, 2, 3, 5, 7, 10, 20, 64, 100};

  @ParameterizedTest
  @CsvSource({
    "0,'[0, 1, 0, 2, 4, 7, 12, 38, 61]','[5, 9, 3, 8, 2, 4, 10, 1, 13, 11]'",
    "1,'[0, 0, 1, 0, 3, 7, 15, 48, 26]','[1, 7, 0, 6, 11, 9, 12, 13, 2, 5]'",
    "9,'[0, 1, 1, 1, 1, 0, 10, 59, 77]','[1, 5, 8, 9, 0, 6, 2, 7, 13, 3]'"
  })
  void drawsAsPythonDoes(int seed, String choices, String sample) {
    PythonRandom random = new PythonRandom(seed);
    int[] drawn = Arrays.stream(BOUNDS).map(random::below).toArray();
    assertThat(Arrays.toString(drawn)).isEqualTo(choices);
    assertThat(Arrays.toString(random.sample(15, 10))).isEqualTo(sample);
  }
}
