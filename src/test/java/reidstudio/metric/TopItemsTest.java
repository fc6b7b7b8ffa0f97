package reidstudio.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopItemsTest {
  @Test
  void equalSimilaritiesKeepTheOrderOfTheGallery() {
    float[] row = {.5f, .9f, .5f, .9f, .1f};
    assertThat(new TopItems(3).of(Similarities.of(row))).containsExactly(1, 3, 0);
    assertThat(new TopItems(1).of(Similarities.of(row))).containsExactly(1);
  }

  @Test
  void behindAShortGalleryIsNothing() {
    assertThat(new TopItems(4).of(Similarities.of(.1f, .2f))).containsExactly(1, 0, -1, -1);
    assertThat(new TopItems(2).of(Similarities.of())).containsExactly(-1, -1);
  }

  /** Few different values, so that there are many ties. */
  @Test
  void isTheBeginningOfAStableSort() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 200; round++) {
      int size = 1 + random.nextInt(40);
      float[] row = new float[size];
      for (int i = 0; i < size; i++) {
        row[i] = random.nextInt(6) / 5f;
      }
      int count = 1 + random.nextInt(12);
      int[] sorted =
          IntStream.range(0, size)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> -row[i]))
              .mapToInt(Integer::intValue)
              .limit(count)
              .toArray();
      int[] top = new TopItems(count).of(Similarities.of(row));
      assertThat(top).startsWith(sorted).hasSize(count);
      assertThat(IntStream.of(top).skip(size)).allMatch(item -> item == TopItems.NONE);
    }
  }
}
