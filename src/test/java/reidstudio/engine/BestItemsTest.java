package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BestItemsTest {
  @Test
  void asAStableSort() {
    Random random = new Random(4);
    for (int round = 0; round < 200; round++) {
      float[] row = new float[random.nextInt(40)];
      IntStream.range(0, row.length).forEach(i -> row[i] = random.nextInt(9));
      int most = 1 + random.nextInt(20);
      int[] sorted =
          IntStream.range(0, row.length)
              .boxed()
              .sorted(Comparator.comparing(i -> -row[i]))
              .limit(most)
              .mapToInt(Integer::intValue)
              .toArray();
      assertThat(new BestItems(most).of(row)).isEqualTo(sorted);
    }
  }
}
