package reidstudio.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BoundedRetrievalTest {
  private static final Offset<Double> EXACT = within(1e-12);

  /** The worked example: only the first query has a tie that matters. */
  @Test
  void boundsOfTheWorkedExample() {
    BoundedRetrieval retrieval = new BoundedRetrieval(gallery(1, 2, 1, 3, 2), 5);
    retrieval.add(new float[] {.9f, .8f, .8f, .3f, .1f}, 1);
    retrieval.add(new float[] {.2f, .7f, .6f, .6f, .5f}, 2);
    retrieval.add(new float[] {.4f, .3f, .2f, .1f, 0}, 3);
    assertThat(retrieval.scores().meanAveragePrecision()).isCloseTo(11 / 18.0, EXACT);
    assertThat(retrieval.bounds().tiedQueries()).isEqualTo(1);
    assertThat(retrieval.bounds().highest()).isCloseTo(2 / 3.0, EXACT);
    assertThat(retrieval.bounds().lowest()).isCloseTo(11 / 18.0, EXACT);
  }

  @Test
  void collapsedFeaturesHaveAWideGap() {
    BoundedRetrieval retrieval = new BoundedRetrieval(gallery(1, 1, 2, 2), 1);
    retrieval.add(new float[4], 1);
    assertThat(retrieval.scores().meanAveragePrecision()).isEqualTo(1);
    assertThat(retrieval.bounds()).isEqualTo(new TieBounds(1, (1 / 3.0 + 2 / 4.0) / 2, 1));
    assertThat(retrieval.bounds().width()).isCloseTo(7 / 12.0, EXACT);
  }

  @Test
  void aQueryWithoutMatchHasNoScores() {
    BoundedRetrieval retrieval = new BoundedRetrieval(gallery(1), 1);
    retrieval.add(new float[1], 7);
    assertThat(retrieval.hasScores()).isFalse();
    assertThatThrownBy(retrieval::scores).hasMessageContaining("None of 1 queries");
    retrieval.add(new float[1], 1);
    assertThat(retrieval.hasScores()).isTrue();
    assertThat(retrieval.scores().withoutMatch()).isEqualTo(1);
  }

  /** Everything at once against rankings that are sorted in full and walked from the front. */
  @Test
  void allScoresAreThoseOfTheSlowWay() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 200; round++) {
      int size = random.nextInt(2, 30);
      int[] ids = random.ints(size, 0, 5).toArray();
      BoundedRetrieval fast = new BoundedRetrieval(gallery(ids), 10);
      List<Slow> first = new ArrayList<>();
      List<Slow> lowest = new ArrayList<>();
      List<Slow> highest = new ArrayList<>();
      int without = 0;
      int tied = 0;
      for (int q = 0; q < 8; q++) {
        float[] row = new float[size];
        for (int i = 0; i < size; i++) {
          row[i] = random.nextInt(-6, 7) / 6f;
        }
        int id = random.nextInt(6);
        fast.add(row, id);
        if (IntStream.of(ids).noneMatch(each -> each == id)) {
          without++;
          continue;
        }
        tied += Slow.isTied(ids, row, id) ? 1 : 0;
        first.add(Slow.of(ids, row, id, Comparator.comparing(i -> i)));
        highest.add(Slow.of(ids, row, id, Comparator.comparing(i -> ids[i] != id)));
        lowest.add(Slow.of(ids, row, id, Comparator.comparing(i -> ids[i] == id)));
      }
      if (first.isEmpty()) {
        assertThat(fast.hasScores()).isFalse();
        continue;
      }
      RetrievalScores scores = fast.scores();
      assertThat(scores.queries()).isEqualTo(first.size());
      assertThat(scores.withoutMatch()).isEqualTo(without);
      assertThat(scores.meanAveragePrecision()).isCloseTo(ap(first), EXACT);
      assertThat(scores.meanInverseNegativePenalty())
          .isCloseTo(first.stream().mapToDouble(Slow::inp).average().orElseThrow(), EXACT);
      for (int k : new int[] {1, 5, 10}) {
        assertThat(scores.cmcAt(k))
            .isCloseTo(
                (double) first.stream().filter(s -> s.hit <= k).count() / first.size(), EXACT);
      }
      assertThat(fast.bounds().tiedQueries()).isEqualTo(tied);
      assertThat(fast.bounds().highest()).isCloseTo(ap(highest), EXACT);
      assertThat(fast.bounds().lowest()).isCloseTo(ap(lowest), EXACT);
    }
  }

  /** One query, ranked by a full sort: rank of the first match, AP and INP by their definitions. */
  private record Slow(int hit, double ap, double inp) {
    static Slow of(int[] ids, float[] row, int id, Comparator<Integer> ties) {
      List<Integer> ranking =
          IntStream.range(0, row.length)
              .boxed()
              .sorted(Comparator.<Integer, Double>comparing(i -> 0.0 - row[i]).thenComparing(ties))
              .toList();
      int relevant = (int) IntStream.of(ids).filter(each -> each == id).count();
      int hit = 0;
      int seen = 0;
      int last = 0;
      double sum = 0;
      for (int rank = 1; rank <= ranking.size(); rank++) {
        if (ids[ranking.get(rank - 1)] == id) {
          seen++;
          hit = hit == 0 ? rank : hit;
          last = rank;
          sum += (double) seen / rank;
        }
      }
      return new Slow(hit, sum / relevant, (double) relevant / last);
    }

    static boolean isTied(int[] ids, float[] row, int id) {
      return IntStream.range(0, ids.length)
          .filter(i -> ids[i] == id)
          .anyMatch(
              i -> IntStream.range(0, ids.length).anyMatch(j -> ids[j] != id && row[j] == row[i]));
    }
  }

  private static double ap(List<Slow> queries) {
    return queries.stream().mapToDouble(Slow::ap).average().orElseThrow();
  }

  private static GalleryItems gallery(int... ids) {
    return new GalleryItems(ids);
  }
}
