package reidstudio.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reidstudio.metric.protocol.Protocol;
import reidstudio.metric.protocol.ProtocolRanking;
import reidstudio.metric.protocol.Shots;

/** Quick figures that are wrong in their last digits must not change a rank. */
class SimilaritiesTest {
  private static final float REACH = .01f;

  @Test
  void whatIsNearIsComparedExactly() {
    double[] exact = {.500, .504, .9, .504};
    Similarities near = noisy(exact, new float[] {.505f, .501f, .9f, .503f});
    assertThat(near.compare(0, 1)).as("the quick figures say the opposite").isPositive();
    assertThat(near.compare(1, 0)).isNegative();
    assertThat(near.compare(1, 3)).isZero();
    assertThat(near.compare(2, 1)).isNegative();
    assertThat(new TopItems(4).of(near)).containsExactly(2, 1, 3, 0);
    assertThat(new TopItems(2).of(near.at(new int[] {3, 0, 1}))).containsExactly(0, 2);
  }

  @Test
  void whatIsFarIsNotLookedAt() {
    Similarities far =
        new Similarities(
            new float[] {.1f, .5f},
            REACH,
            item -> {
              throw new AssertionError("looked at item " + item);
            });
    assertThat(far.compare(0, 1)).isPositive();
    assertThat(far.compare(1, 0)).isNegative();
  }

  @ParameterizedTest
  @EnumSource(TieOrder.class)
  void ranksAreThoseOfAFullSortOfTheExactFigures(TieOrder ties) {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 300; round++) {
      int size = random.nextInt(1, 300);
      int[] gallery = random.ints(size, 0, 5).toArray();
      double[] exact = IntStream.range(0, size).mapToDouble(i -> figure(random)).toArray();
      Similarities similarities = noisy(exact, quick(exact, random));
      int[] expected = fullSort(gallery, exact, 2, ties);
      assertThat(new MatchRanks(new GalleryItems(gallery), ties).of(similarities, 2).ranks())
          .containsExactly(expected);
      if (ties == TieOrder.GALLERY_INDEX && expected.length > 0) {
        Shots shots = new Shots(gallery, new int[size]);
        int[] all = IntStream.range(0, size).toArray();
        ProtocolRanking trial = new ProtocolRanking(Protocol.ORBENCH, shots, List.of(all), 5);
        assertThat(trial.rank(similarities, 2, 0).count()).isEqualTo(QueryScore.of(expected));
        assertThat(new TopItems(size).of(similarities)).isEqualTo(order(gallery, exact, 2, ties));
      }
    }
  }

  /** Often equal to another one, often so near that the quick figures are in the wrong order. */
  private static double figure(SplittableRandom random) {
    return random.nextInt(6) / 5.0 + random.nextInt(4) * .003;
  }

  private static float[] quick(double[] exact, SplittableRandom random) {
    float[] quick = new float[exact.length];
    for (int i = 0; i < quick.length; i++) {
      quick[i] = (float) (exact[i] + .49 * REACH * (2 * random.nextDouble() - 1));
    }
    return quick;
  }

  private static Similarities noisy(double[] exact, float[] quick) {
    return new Similarities(quick, REACH, item -> exact[item]);
  }

  private static int[] order(int[] gallery, double[] exact, int query, TieOrder ties) {
    Comparator<Integer> bySimilarity = Comparator.comparing(i -> -exact[i]);
    Comparator<Integer> matchLast = Comparator.comparing(i -> gallery[i] == query);
    Comparator<Integer> order =
        switch (ties) {
          case GALLERY_INDEX -> bySimilarity;
          case MATCHES_FIRST -> bySimilarity.thenComparing(matchLast.reversed());
          case MATCHES_LAST -> bySimilarity.thenComparing(matchLast);
        };
    return IntStream.range(0, exact.length)
        .boxed()
        .sorted(order)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int[] fullSort(int[] gallery, double[] exact, int query, TieOrder ties) {
    int[] ranking = order(gallery, exact, query, ties);
    return IntStream.range(0, ranking.length)
        .filter(r -> gallery[ranking[r]] == query)
        .map(r -> r + 1)
        .toArray();
  }
}
