package reidstudio.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reidstudio.metric.TieOrder.GALLERY_INDEX;
import static reidstudio.metric.TieOrder.MATCHES_FIRST;
import static reidstudio.metric.TieOrder.MATCHES_LAST;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetrievalTest {
  private static final Offset<Double> EXACT = within(1e-6);
  private static final int[] GALLERY = {1, 2, 1, 3, 2};
  private static final float[][] ROWS = {
    {.9f, .8f, .8f, .3f, .1f}, {.2f, .7f, .6f, .6f, .5f}, {.4f, .3f, .2f, .1f, 0}
  };

  @ParameterizedTest
  @CsvSource({"1, .833333, .666667", "2, .75, .5", "3, .25, .25"})
  void scoresOneQuery(int query, double averagePrecision, double inverseNegativePenalty) {
    Retrieval retrieval = new Retrieval(new GalleryItems(GALLERY), 5, GALLERY_INDEX);
    retrieval.add(ROWS[query - 1], query);
    assertThat(retrieval.scores().meanAveragePrecision()).isCloseTo(averagePrecision, EXACT);
    assertThat(retrieval.scores().meanInverseNegativePenalty())
        .isCloseTo(inverseNegativePenalty, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"GALLERY_INDEX, .611111, .472222", "MATCHES_FIRST, .666667, .583333"})
  void scoresTheWorkedExample(TieOrder ties, double map, double minp) {
    RetrievalScores scores = example(ties).scores();
    assertThat(scores.meanAveragePrecision()).isCloseTo(map, EXACT);
    assertThat(scores.meanInverseNegativePenalty()).isCloseTo(minp, EXACT);
    assertThat(scores.cmcAt(1)).isCloseTo(2 / 3.0, EXACT);
    assertThat(scores.cmcAt(2)).isCloseTo(2 / 3.0, EXACT);
    assertThat(scores.cmcAt(5)).isEqualTo(1);
    assertThat(scores.queries()).isEqualTo(3);
    assertThat(scores.withoutMatch()).isZero();
  }

  @Test
  void aQueryWithoutMatchIsCountedButNotScored() {
    Retrieval retrieval = example(GALLERY_INDEX);
    RetrievalScores before = retrieval.scores();
    retrieval.add(ROWS[0], 99);
    assertThat(retrieval.scores().withoutMatch()).isEqualTo(1);
    assertThat(retrieval.scores().queries()).isEqualTo(3);
    assertThat(retrieval.scores().meanAveragePrecision()).isEqualTo(before.meanAveragePrecision());
    assertThat(retrieval.scores().cmc()).isEqualTo(before.cmc());
  }

  @Test
  void noQueryWithAMatchIsAnError() {
    Retrieval retrieval = new Retrieval(new GalleryItems(GALLERY), 5, GALLERY_INDEX);
    retrieval.add(ROWS[0], 99);
    assertThatThrownBy(retrieval::scores)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("None of 1 queries");
  }

  @Test
  void collapsedFeaturesShowAsAGapBetweenTheBounds() {
    int[] sorted = {1, 1, 2, 2};
    float[] flat = new float[4];
    flat[1] = -0f;
    assertThat(map(sorted, flat, 1, MATCHES_FIRST)).isEqualTo(1);
    assertThat(map(sorted, flat, 1, GALLERY_INDEX)).isEqualTo(1);
    assertThat(map(sorted, flat, 1, MATCHES_LAST)).isCloseTo((1 / 3.0 + 2 / 4.0) / 2, EXACT);
    assertThat(map(sorted, flat, 2, GALLERY_INDEX)).isCloseTo((1 / 3.0 + 2 / 4.0) / 2, EXACT);
  }

  @ParameterizedTest
  @EnumSource(TieOrder.class)
  void ranksAreThoseOfAFullSort(TieOrder ties) {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 300; round++) {
      int size = random.nextInt(1, 40);
      int[] gallery = random.ints(size, -2, 3).toArray();
      float[] row = new float[size];
      for (int i = 0; i < size; i++) {
        row[i] = random.nextInt(-4, 5) / 4f;
      }
      int query = random.nextInt(-2, 3);
      assertThat(
              new MatchRanks(new GalleryItems(gallery), ties)
                  .of(Similarities.of(row), query)
                  .ranks())
          .containsExactly(fullSort(gallery, row, query, ties));
    }
  }

  @ParameterizedTest
  @EnumSource(TieOrder.class)
  void ranksOfFineExtremeAndNearlyEqualSimilaritiesAreThoseOfAFullSort(TieOrder ties) {
    SplittableRandom random = new SplittableRandom(8);
    float[] extremes = {
      Float.NEGATIVE_INFINITY,
      -Float.MAX_VALUE,
      -Float.MIN_VALUE,
      -0f,
      0f,
      Float.MIN_VALUE,
      Math.nextUp(0.5f),
      0.5f,
      Float.MAX_VALUE,
      Float.POSITIVE_INFINITY
    };
    for (int round = 0; round < 400; round++) {
      int size = random.nextInt(1, 400);
      int[] gallery = random.ints(size, 0, 9).toArray();
      float[] row = new float[size];
      for (int i = 0; i < size; i++) {
        row[i] =
            switch (round % 4) {
              case 0 -> random.nextFloat() * 2 - 1;
              case 1 -> 0.5f + random.nextInt(9) * Math.ulp(0.5f);
              case 2 -> random.nextInt(40) == 0 ? extremes[random.nextInt(10)] : random.nextFloat();
              default -> extremes[random.nextInt(10)];
            };
      }
      assertThat(
              new MatchRanks(new GalleryItems(gallery), ties).of(Similarities.of(row), 4).ranks())
          .containsExactly(fullSort(gallery, row, 4, ties));
    }
  }

  private static int[] fullSort(int[] gallery, float[] row, int query, TieOrder ties) {
    Comparator<Integer> bySimilarity = Comparator.comparing(i -> 0 - row[i]);
    Comparator<Integer> matchLast = Comparator.comparing(i -> gallery[i] == query);
    Comparator<Integer> order =
        switch (ties) {
          case GALLERY_INDEX -> bySimilarity;
          case MATCHES_FIRST -> bySimilarity.thenComparing(matchLast.reversed());
          case MATCHES_LAST -> bySimilarity.thenComparing(matchLast);
        };
    int[] ranking =
        IntStream.range(0, row.length).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
    return IntStream.range(0, row.length)
        .filter(r -> gallery[ranking[r]] == query)
        .map(r -> r + 1)
        .toArray();
  }

  @Test
  void aNanSimilarityIsRefused() {
    Retrieval retrieval = new Retrieval(new GalleryItems(GALLERY), 5, GALLERY_INDEX);
    assertThatThrownBy(() -> retrieval.add(new float[] {0, 0, 0, Float.NaN, 0}, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("item 3", "NaN");
  }

  @Test
  void aRowThatDoesNotFitIsRefused() {
    Retrieval retrieval = new Retrieval(new GalleryItems(GALLERY), 5, GALLERY_INDEX);
    assertThatThrownBy(() -> retrieval.add(new float[4], 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("4 similarities", "5 items");
  }

  private static Retrieval example(TieOrder ties) {
    Retrieval retrieval = new Retrieval(new GalleryItems(GALLERY), 5, ties);
    for (int query = 0; query < ROWS.length; query++) {
      retrieval.add(ROWS[query], query + 1);
    }
    return retrieval;
  }

  private static double map(int[] gallery, float[] row, int query, TieOrder ties) {
    Retrieval retrieval = new Retrieval(new GalleryItems(gallery), 1, ties);
    retrieval.add(row, query);
    return retrieval.scores().meanAveragePrecision();
  }
}
