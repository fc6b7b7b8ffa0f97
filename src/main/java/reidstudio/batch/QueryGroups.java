package reidstudio.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import reidstudio.config.QueryMix;
import reidstudio.data.Modality;

/**
 * The queries that a batch is made to answer.
 *
 * @param fused groups of rows to fuse; group g becomes row N + g behind the N items
 * @param levels kinds of query: the mean is taken over the kinds of a level, then levels are added
 * @param rowWeights weight of each classified row, items then groups, in the mean of the
 *     classification loss, relative to each other
 */
public record QueryGroups(
    List<QueryGroup> fused, List<List<QueryKind>> levels, double[] rowWeights) {

  /** Groups the items of a batch, one label and one modality for each row. */
  public static QueryGroups of(QueryMix mix, List<Integer> labels, List<Modality> modalities) {
    return switch (mix) {
      case SINGLE_AND_FUSED -> singleAndFused(labels, modalities);
      case COMBINATIONS -> new ModalityCombinations(labels, modalities).groups();
    };
  }

  /** Each non-visible item alone, and all of an identity's fused; every row counts the same. */
  private static QueryGroups singleAndFused(List<Integer> labels, List<Modality> modalities) {
    int items = labels.size();
    int[] singles =
        IntStream.range(0, items).filter(row -> modalities.get(row) != Modality.VIS).toArray();
    Map<Integer, List<Integer>> rowsByLabel = new LinkedHashMap<>();
    for (int row : singles) {
      rowsByLabel.computeIfAbsent(labels.get(row), l -> new ArrayList<>()).add(row);
    }
    List<QueryGroup> fused =
        rowsByLabel.values().stream()
            .filter(rows -> rows.size() > 1)
            .map(rows -> rows.stream().mapToInt(Integer::intValue).toArray())
            .map(rows -> new QueryGroup(shown(modalities, rows), rows))
            .toList();
    List<QueryKind> kinds = new ArrayList<>();
    kinds.add(new QueryKind(shown(modalities, singles), singles));
    if (!fused.isEmpty()) {
      int[] members = fused.stream().flatMapToInt(group -> Arrays.stream(group.rows())).toArray();
      kinds.add(
          new QueryKind(
              shown(modalities, members), IntStream.range(items, items + fused.size()).toArray()));
    }
    double[] equal = new double[items + fused.size()];
    Arrays.fill(equal, 1);
    return new QueryGroups(fused, List.of(kinds), equal);
  }

  private static Set<Modality> shown(List<Modality> modalities, int[] rows) {
    Set<Modality> shown = EnumSet.noneOf(Modality.class);
    for (int row : rows) {
      shown.add(modalities.get(row));
    }
    return Collections.unmodifiableSet(shown);
  }
}
