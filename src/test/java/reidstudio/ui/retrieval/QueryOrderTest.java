package reidstudio.ui.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reidstudio.event.EvaluationDetail;
import reidstudio.event.QueryRankings;

class QueryOrderTest {
  // the last has no match in the gallery and is no query to learn from
  private final EvaluationDetail detail =
      MadeUpDetail.of(
          new int[] {0, 0, 1, 1, 0, 2},
          new int[] {0, 1, 0, 0, 1, 0},
          new int[] {1, 3, 2, 3, 2, 0},
          new float[] {1, .3f, .5f, .3f, .5f, Float.NaN});

  private final QueryRankings nir = detail.settings().get(0);

  @Test
  void theHardestComeFirst() {
    assertThat(QueryOrder.HARDEST.of(detail, nir, Optional.empty())).containsExactly(1, 3, 2, 4, 0);
    assertThat(QueryOrder.EASIEST.of(detail, nir, Optional.empty())).containsExactly(0, 4, 2, 3, 1);
    assertThat(QueryOrder.FILE.of(detail, nir, Optional.empty())).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void confusionsAreCountedByTheFirstPicture() {
    List<Confusion> all = Confusion.of(detail, nir, 10);
    // both twice; all of b's queries, two of a's three
    assertThat(all).containsExactly(new Confusion(1, 0, 2, 2), new Confusion(0, 1, 2, 3));
    assertThat(Confusion.of(detail, nir, 1)).hasSize(1);
    assertThat(QueryOrder.HARDEST.of(detail, nir, Optional.of(all.get(1)))).containsExactly(1, 4);
    assertThat(QueryOrder.FILE.of(detail, nir, Optional.of(all.get(0)))).containsExactly(2, 3);
  }

  @Test
  void thosePeopleHaveAColourWhoHaveMostPoints() {
    assertThat(MapColoring.people(detail.map())).containsExactly(0, 1, 2);
    assertThat(MapColoring.PERSON.points(detail).colors()).containsExactly(0, 1, 2, 0);
    assertThat(MapColoring.MODALITY.points(detail).colors()).containsExactly(0, 0, 0, 1);
    assertThat(MapColoring.PERSON.points(detail).shapes()).containsExactly(0, 0, 0, 1);
  }
}
