package reidstudio.ui.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reidstudio.event.EvaluationDetail;
import reidstudio.event.QueryRankings;

/**
 * A person who is taken for another: the first picture of a query's ranking shows the wrong one.
 *
 * @param sought number of who is looked for
 * @param found number of who is found instead
 * @param queries how often
 * @param ofQueries of how many queries for that person
 */
record Confusion(int sought, int found, int queries, int ofQueries) {
  private static final Comparator<Confusion> OFTEN =
      Comparator.comparingInt(Confusion::queries)
          .reversed()
          .thenComparing(Comparator.comparingDouble(Confusion::share).reversed())
          .thenComparingInt(Confusion::sought)
          .thenComparingInt(Confusion::found);

  /** All in {@code setting}, the most frequent first, no more than {@code most}. */
  static List<Confusion> of(EvaluationDetail detail, QueryRankings setting, int most) {
    Map<Long, Integer> pairs = new HashMap<>();
    Map<Integer, Integer> asked = new HashMap<>();
    int[] gallery = detail.items().galleryIdentities();
    for (int query = 0; query < setting.size(); query++) {
      int first = setting.top(query, 0);
      if (setting.firstRanks()[query] > 0 && first >= 0) {
        int sought = setting.identities()[query];
        asked.merge(sought, 1, Integer::sum);
        if (gallery[first] != sought) {
          pairs.merge(((long) sought << 32) | gallery[first], 1, Integer::sum);
        }
      }
    }
    List<Confusion> all = new ArrayList<>();
    pairs.forEach(
        (pair, count) -> {
          int sought = (int) (pair >> 32);
          all.add(new Confusion(sought, pair.intValue(), count, asked.get(sought)));
        });
    return all.stream().sorted(OFTEN).limit(most).toList();
  }

  double share() {
    return (double) queries / ofQueries;
  }

  boolean isSeenIn(EvaluationDetail detail, QueryRankings setting, int query) {
    int first = setting.top(query, 0);
    return setting.identities()[query] == sought
        && first >= 0
        && detail.items().galleryIdentities()[first] == found;
  }
}
