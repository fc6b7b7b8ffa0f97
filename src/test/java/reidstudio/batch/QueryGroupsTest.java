package reidstudio.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static reidstudio.data.Modality.CP;
import static reidstudio.data.Modality.NIR;
import static reidstudio.data.Modality.SK;
import static reidstudio.data.Modality.TEXT;
import static reidstudio.data.Modality.VIS;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reidstudio.config.QueryMix;
import reidstudio.data.Modality;

class QueryGroupsTest {
  private static final List<Modality> ALL = List.of(Modality.values());

  @Test
  void singleAndFusedIsOneLevelOfTwoKinds() {
    List<Integer> labels = List.of(4, 7, 7, 4, 9, 4);
    QueryGroups queries =
        QueryGroups.of(QueryMix.SINGLE_AND_FUSED, labels, List.of(VIS, VIS, NIR, NIR, SK, TEXT));
    assertThat(queries.fused()).hasSize(1);
    assertThat(queries.fused().get(0).rows()).containsExactly(3, 5);
    assertThat(queries.fused().get(0).modalities()).containsExactly(NIR, TEXT);
    assertThat(queries.levels()).hasSize(1);
    assertThat(rows(queries.levels().get(0))).containsExactly(List.of(2, 3, 4, 5), List.of(6));
    assertThat(queries.levels().get(0).get(0).modalities()).containsExactly(NIR, SK, TEXT);
    assertThat(queries.rowWeights()).containsExactly(1, 1, 1, 1, 1, 1, 1);
  }

  @Test
  void visibleItemsAloneAreQueriedByNobody() {
    List<Integer> labels = List.of(1, 1, 2);
    List<Modality> visible = List.of(VIS, VIS, VIS);
    QueryGroups single = QueryGroups.of(QueryMix.SINGLE_AND_FUSED, labels, visible);
    assertThat(rows(single.levels().get(0))).containsExactly(List.of());
    assertThat(single.fused()).isEmpty();
    QueryGroups all = QueryGroups.of(QueryMix.COMBINATIONS, labels, visible);
    assertThat(all.levels()).isEmpty();
    assertThat(all.fused()).isEmpty();
    assertThat(all.rowWeights()).containsExactly(1 / 3.0, 1 / 3.0, 1 / 3.0);
  }

  @Test
  void aPersonOfAllModalitiesAnswersFifteenCombinations() {
    QueryGroups queries = QueryGroups.of(QueryMix.COMBINATIONS, List.of(3, 3, 3, 3, 3), ALL);
    assertThat(queries.levels()).extracting(List::size).containsExactly(4, 6, 4, 1);
    Set<Set<Modality>> seen = new HashSet<>();
    for (List<QueryKind> level : queries.levels()) {
      for (QueryKind kind : level) {
        assertThat(seen.add(kind.modalities())).isTrue();
        assertThat(kind.rows()).hasSize(1);
        assertThat(modalities(queries, kind.rows()[0])).isEqualTo(kind.modalities());
      }
    }
    assertThat(seen).hasSize(15);
    assertThat(queries.fused()).hasSize(11);
    assertThat(queries.rowWeights()).hasSize(16).containsOnly(1);
  }

  /** Modalities of a row by the row's own number: row m of five shows modality m. */
  private static Set<Modality> modalities(QueryGroups queries, int row) {
    int[] members = row < 5 ? new int[] {row} : queries.fused().get(row - 5).rows();
    Set<Modality> of = new HashSet<>();
    Arrays.stream(members).forEach(member -> of.add(ALL.get(member)));
    return of;
  }

  @Test
  void eachIdentityBringsTheFirstItemOfEachModalityThatItShows() {
    //                               0  1  2  3  4  5  6  7  8
    List<Integer> labels = List.of(1, 2, 2, 1, 1, 2, 3, 2, 2);
    List<Modality> modalities = List.of(VIS, VIS, NIR, NIR, NIR, NIR, SK, TEXT, TEXT);
    QueryGroups queries = QueryGroups.of(QueryMix.COMBINATIONS, labels, modalities);
    // CP and whatever contains it are absent, and so is SK with another modality
    assertThat(queries.levels()).extracting(List::size).containsExactly(3, 1);
    List<QueryKind> alone = queries.levels().get(0);
    assertThat(alone)
        .extracting(QueryKind::modalities)
        .containsExactly(Set.of(NIR), Set.of(SK), Set.of(TEXT));
    assertThat(rows(alone)).containsExactly(List.of(2, 3), List.of(6), List.of(7));
    assertThat(rows(queries.levels().get(1))).containsExactly(List.of(9));
    assertThat(queries.fused()).hasSize(1);
    assertThat(queries.fused().get(0).rows()).containsExactly(2, 7);
    assertThat(queries.fused().get(0).modalities()).containsExactly(NIR, TEXT);
    assertThat(queries.rowWeights()).containsExactly(.5, .5, .5, .5, 0, 0, 1, 1, 0, 1);
  }

  @Test
  void groupsOfACombinationLieTogether() {
    List<Integer> labels = List.of(1, 2, 1, 2, 1, 2);
    List<Modality> modalities = List.of(NIR, NIR, CP, CP, SK, SK);
    QueryGroups queries = QueryGroups.of(QueryMix.COMBINATIONS, labels, modalities);
    assertThat(rows(queries.levels().get(1)))
        .containsExactly(List.of(6, 7), List.of(8, 9), List.of(10, 11));
    assertThat(rows(queries.levels().get(2))).containsExactly(List.of(12, 13));
    assertThat(queries.fused().get(1).rows()).containsExactly(1, 3);
    assertThat(queries.fused().get(6).rows()).containsExactly(0, 2, 4);
  }

  private static List<List<Integer>> rows(List<QueryKind> kinds) {
    return kinds.stream().map(kind -> IntStream.of(kind.rows()).boxed().toList()).toList();
  }
}
