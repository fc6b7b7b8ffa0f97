package reidstudio.data.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AppearanceSamplerTest {

  @Test
  void everyTwoPeopleDifferButSomeOnlyALittle() {
    List<Appearance> first = new AppearanceSampler(new SplittableRandom(1)).sample(40, List.of());
    List<Appearance> all =
        Stream.concat(
                first.stream(),
                new AppearanceSampler(new SplittableRandom(1)).sample(40, first).stream())
            .toList();
    int[] nearest =
        IntStream.range(0, all.size())
            .map(
                i ->
                    IntStream.range(0, all.size())
                        .filter(j -> j != i)
                        .map(j -> all.get(i).differences(all.get(j)))
                        .min()
                        .orElseThrow())
            .toArray();
    assertThat(IntStream.of(nearest)).allMatch(differences -> differences >= 2);
    long confusable = IntStream.of(nearest).filter(differences -> differences <= 4).count();
    assertThat(confusable).isBetween(20L, 75L);
  }

  @Test
  void differencesCountAttributes() {
    List<Appearance> two = new AppearanceSampler(new SplittableRandom(4)).sample(2, List.of());
    assertThat(two.get(0).differences(two.get(0))).isZero();
    assertThat(two.get(0).differences(two.get(1))).isEqualTo(two.get(1).differences(two.get(0)));
  }
}
