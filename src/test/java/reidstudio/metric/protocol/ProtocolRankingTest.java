package reidstudio.metric.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reidstudio.metric.GalleryItems;
import reidstudio.metric.QueryScore;
import reidstudio.metric.RankingHead;
import reidstudio.metric.Retrieval;
import reidstudio.metric.RetrievalScores;
import reidstudio.metric.Similarities;
import reidstudio.metric.TieOrder;
import reidstudio.metric.TopItems;

/** Cameras, people that count once, trials: by hand, and against a slow obvious formulation. */
class ProtocolRankingTest {
  private static final double CLOSE = 1e-12;

  private static Protocol protocol(CameraRule rule, CmcCount cmc) {
    return new Protocol("test", "test", new GalleryDraw.Whole(), rule, cmc);
  }

  private static ProtocolRanking whole(Protocol protocol, Shots gallery) {
    return new ProtocolRanking(protocol, gallery, protocol.draw().trials(gallery), 5);
  }

  /**
   * Ranking: person 1 in the query's own camera, person 2 twice, person 3, person 1, person 1. The
   * first is not seen; then the pictures are 2 2 3 1 1 and the people 2 3 1.
   */
  @Test
  void marketAndLlcmByHand() {
    Shots gallery = new Shots(new int[] {1, 2, 2, 3, 1, 1}, new int[] {6, 6, 1, 6, 2, 3});
    float[] row = {.9f, .8f, .7f, .6f, .5f, .4f};
    ProtocolRanking market =
        whole(protocol(CameraRule.SAME_IDENTITY_AND_CAMERA, CmcCount.PICTURES), gallery);
    market.add(row, 1, 6);
    double ap = (1 / 4.0 + 2 / 5.0) / 2;
    assertThat(market.scores().meanAveragePrecision()).isCloseTo(ap, within(CLOSE));
    assertThat(market.scores().meanInverseNegativePenalty()).isCloseTo(2 / 5.0, within(CLOSE));
    assertThat(market.scores().cmc()).containsExactly(0.0, 0.0, 0.0, 1.0, 1.0);
    RankingHead head = market.head(new TopItems(6), Similarities.of(row), 1, 6);
    assertThat(head.items()).containsExactly(1, 2, 3, 4, 5, TopItems.NONE);
    assertThat(head.of()).isEqualTo(5);
    ProtocolRanking llcm =
        whole(protocol(CameraRule.SAME_IDENTITY_AND_CAMERA, CmcCount.IDENTITIES), gallery);
    llcm.add(row, 1, 6);
    assertThat(llcm.scores().meanAveragePrecision()).isCloseTo(ap, within(CLOSE));
    assertThat(llcm.scores().cmc()).containsExactly(0.0, 0.0, 1.0, 1.0, 1.0);
  }

  /** Somebody who is seen by the query's camera alone has no match and is not scored. */
  @Test
  void onlyTheOwnCameraIsNoMatch() {
    Shots gallery = new Shots(new int[] {0, 1}, new int[] {4, 4});
    ProtocolRanking ranking =
        whole(protocol(CameraRule.SAME_IDENTITY_AND_CAMERA, CmcCount.PICTURES), gallery);
    ranking.add(new float[] {.1f, .2f}, 1, 4);
    assertThat(ranking.hasScores()).isFalse();
    assertThatThrownBy(ranking::scores).hasMessageContaining("None of 1 queries");
    ranking.add(new float[] {.1f, .2f}, 0, 3);
    assertThat(ranking.withoutMatch()).isEqualTo(1);
    assertThat(ranking.scores().queries()).isEqualTo(1);
    assertThat(ranking.scores().withoutMatch()).isEqualTo(1);
    assertThat(ranking.scores().cmcAt(1)).isZero();
  }

  /** A query of camera 3 sees nobody in camera 2, one of camera 6 sees all. */
  @Test
  void sysuByHand() {
    Shots gallery = new Shots(new int[] {0, 1, 0}, new int[] {2, 2, 1});
    Protocol sysu = protocol(CameraRule.SYSU_SAME_PLACE, CmcCount.IDENTITIES);
    float[] row = {.5f, .9f, .2f};
    ProtocolRanking third = whole(sysu, gallery);
    third.add(row, 0, 3);
    assertThat(third.scores().meanAveragePrecision()).isEqualTo(1);
    ProtocolRanking sixth = whole(sysu, gallery);
    sixth.add(row, 0, 6);
    assertThat(sixth.scores().meanAveragePrecision())
        .isCloseTo((1 / 2.0 + 2 / 3.0) / 2, within(CLOSE));
    assertThat(sixth.scores().cmcAt(1)).isZero();
    assertThat(sixth.scores().cmcAt(2)).isEqualTo(1);
  }

  /** In the first trial the match is first, in the second it is second. */
  @Test
  void trialsAreAveraged() {
    Shots gallery = new Shots(new int[] {0, 0, 1}, new int[] {1, 1, 1});
    Protocol plain = protocol(CameraRule.NONE, CmcCount.PICTURES);
    ProtocolRanking ranking =
        new ProtocolRanking(plain, gallery, List.of(new int[] {0, 2}, new int[] {1, 2}), 2);
    float[] row = {.9f, .1f, .5f};
    assertThat(ranking.add(row, 0, 0)).isEqualTo(new QueryScore(1, 1, 1));
    assertThat(ranking.head(new TopItems(3), Similarities.of(row), 0, 0).items())
        .as("of the first trial")
        .containsExactly(0, 2, TopItems.NONE);
    assertThat(ranking.scores().meanAveragePrecision()).isCloseTo(.75, within(CLOSE));
    assertThat(ranking.scores().cmc()).containsExactly(.5, 1.0);
    assertThat(ranking.scores().queries()).isEqualTo(1);
  }

  @Test
  void tiesHaveBounds() {
    Shots gallery = new Shots(new int[] {1, 0}, new int[] {1, 1});
    ProtocolRanking ranking = whole(protocol(CameraRule.NONE, CmcCount.IDENTITIES), gallery);
    ranking.add(new float[] {.5f, .5f}, 0, 0);
    assertThat(ranking.scores().meanAveragePrecision()).isCloseTo(.5, within(CLOSE));
    assertThat(ranking.scores().cmcAt(1)).isZero();
    assertThat(ranking.bounds().lowest()).isCloseTo(.5, within(CLOSE));
    assertThat(ranking.bounds().highest()).isEqualTo(1);
    assertThat(ranking.bounds().tiedQueries()).isEqualTo(1);
  }

  @Test
  void aRowThatIsNoneIsRefused() {
    ProtocolRanking ranking =
        whole(Protocol.ORBENCH, new Shots(new int[] {0, 1}, new int[] {0, 0}));
    assertThatThrownBy(() -> ranking.add(new float[3], 0, 0)).hasMessageContaining("gallery of 2");
    assertThatThrownBy(() -> ranking.add(new float[] {0, Float.NaN}, 0, 0))
        .hasMessageContaining("item 1 is NaN");
  }

  @ParameterizedTest
  @MethodSource("reidstudio.metric.protocol.Protocol#all")
  void asAnObviousFormulation(Protocol protocol) {
    Random random = new Random(protocol.name().hashCode());
    for (int round = 0; round < 20; round++) {
      int size = 1 + random.nextInt(60);
      int people = 1 + random.nextInt(8);
      Shots gallery =
          new Shots(random.ints(size, 0, people).toArray(), random.ints(size, 1, 7).toArray());
      List<int[]> trials = protocol.draw().trials(gallery);
      ProtocolRanking ranking = new ProtocolRanking(protocol, gallery, trials, 10);
      Slow slow = new Slow(protocol, gallery, trials);
      for (int q = 0; q < 15; q++) {
        float[] row = new float[size];
        for (int i = 0; i < size; i++) {
          // some are equal
          row[i] = random.nextInt(30) / 30f - .5f;
        }
        int identity = random.nextInt(people + 1);
        int camera = 1 + random.nextInt(6);
        ranking.add(row, identity, camera);
        slow.add(row, identity, camera);
      }
      slow.assertSame(ranking);
    }
  }

  /** A plain protocol is what the plain accumulator computes. */
  @Test
  void plainIsPlain() {
    Random random = new Random(2);
    int[] people = random.ints(40, 0, 6).toArray();
    Shots gallery = new Shots(people, new int[40]);
    ProtocolRanking ranking = whole(Protocol.ORBENCH, gallery);
    Retrieval plain = new Retrieval(new GalleryItems(people), 5, TieOrder.GALLERY_INDEX);
    for (int q = 0; q < 30; q++) {
      float[] row = new float[40];
      IntStream.range(0, 40).forEach(i -> row[i] = random.nextInt(20));
      ranking.add(row, q % 6, 0);
      plain.add(row, q % 6);
    }
    assertThat(ranking.scores()).isEqualTo(plain.scores());
  }

  /** Sorts, throws out, walks through: nothing is counted cleverly. */
  private static final class Slow {
    private final Protocol protocol;
    private final Shots gallery;
    private final List<int[]> trials;
    private final List<List<double[]>> found = new ArrayList<>();

    Slow(Protocol protocol, Shots gallery, List<int[]> trials) {
      this.protocol = protocol;
      this.gallery = gallery;
      this.trials = trials;
      trials.forEach(trial -> found.add(new ArrayList<>()));
    }

    void add(float[] row, int identity, int camera) {
      for (int t = 0; t < trials.size(); t++) {
        List<Integer> order = new ArrayList<>();
        for (int item : trials.get(t)) {
          boolean own = gallery.identities()[item] == identity;
          boolean hidden =
              switch (protocol.cameras()) {
                case NONE -> false;
                case SAME_IDENTITY_AND_CAMERA -> own && gallery.cameras()[item] == camera;
                case SYSU_SAME_PLACE -> camera == 3 && gallery.cameras()[item] == 2;
              };
          if (!hidden) {
            order.add(item);
          }
        }
        order.sort(Comparator.comparing((Integer i) -> -row[i]).thenComparing(i -> i));
        one(order, identity, found.get(t));
      }
    }

    private void one(List<Integer> order, int identity, List<double[]> into) {
      int hits = 0;
      int last = 0;
      double sum = 0;
      int place = 0;
      Set<Integer> people = new HashSet<>();
      for (int rank = 1; rank <= order.size(); rank++) {
        int shown = gallery.identities()[order.get(rank - 1)];
        people.add(shown);
        if (shown == identity) {
          hits++;
          last = rank;
          sum += (double) hits / rank;
          if (hits == 1) {
            place = protocol.cmc() == CmcCount.IDENTITIES ? people.size() : rank;
          }
        }
      }
      if (hits > 0) {
        into.add(new double[] {sum / hits, (double) hits / last, place});
      }
    }

    void assertSame(ProtocolRanking ranking) {
      List<List<double[]>> scored = found.stream().filter(trial -> !trial.isEmpty()).toList();
      assertThat(ranking.hasScores()).isEqualTo(!scored.isEmpty());
      if (scored.isEmpty()) {
        return;
      }
      RetrievalScores scores = ranking.scores();
      assertThat(scores.meanAveragePrecision()).isCloseTo(mean(scored, 0), within(1e-9));
      assertThat(scores.meanInverseNegativePenalty()).isCloseTo(mean(scored, 1), within(1e-9));
      for (int rank : new int[] {1, 2, 5, 10}) {
        double share =
            scored.stream()
                .mapToDouble(
                    trial ->
                        trial.stream().mapToDouble(q -> q[2] <= rank ? 1 : 0).average().orElse(0))
                .average()
                .orElse(0);
        assertThat(scores.cmcAt(rank)).isCloseTo(share, within(1e-9));
      }
      assertThat(ranking.bounds().lowest()).isLessThanOrEqualTo(mean(scored, 0) + 1e-9);
      assertThat(ranking.bounds().highest()).isGreaterThanOrEqualTo(mean(scored, 0) - 1e-9);
    }

    private static double mean(List<List<double[]>> trials, int which) {
      return trials.stream()
          .mapToDouble(trial -> trial.stream().mapToDouble(q -> q[which]).average().orElse(0))
          .average()
          .orElse(0);
    }
  }
}
