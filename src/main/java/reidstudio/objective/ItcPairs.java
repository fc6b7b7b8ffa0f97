package reidstudio.objective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Each query with one gallery row of its identity: an identity's j-th query with its j-th gallery
 * row, starting over where it has fewer. Queries without any are left out.
 *
 * @param queries row numbers
 * @param gallery row numbers, as many
 * @param unpaired queries that were left out
 */
record ItcPairs(int[] queries, int[] gallery, int unpaired) {

  /**
   * Pairs rows.
   *
   * @param labels identity of each row of the batch
   * @param queryRows rows to pair
   * @param galleryRows rows to pair them with
   */
  static ItcPairs of(int[] labels, int[] queryRows, int[] galleryRows) {
    Map<Integer, List<Integer>> choices = new HashMap<>();
    for (int row : galleryRows) {
      choices.computeIfAbsent(labels[row], l -> new ArrayList<>()).add(row);
    }
    Map<Integer, Integer> next = new HashMap<>();
    List<Integer> queries = new ArrayList<>();
    List<Integer> gallery = new ArrayList<>();
    for (int row : queryRows) {
      List<Integer> own = choices.get(labels[row]);
      if (own != null) {
        int turn = next.merge(labels[row], 1, Integer::sum) - 1;
        queries.add(row);
        gallery.add(own.get(turn % own.size()));
      }
    }
    return new ItcPairs(ints(queries), ints(gallery), queryRows.length - queries.size());
  }

  private static int[] ints(List<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }
}
