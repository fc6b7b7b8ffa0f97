package reidstudio.ui.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reidstudio.event.EvaluationDetail;
import reidstudio.event.FeatureMap;
import reidstudio.event.QueryRankings;
import reidstudio.event.TestItem;
import reidstudio.event.TestItems;

/** Three people with one gallery picture each, and infrared queries whose rankings are given. */
final class MadeUpDetail {
  private MadeUpDetail() {}

  /**
   * The rankings.
   *
   * @param sought who is looked for by each query
   * @param first who is found first
   */
  static EvaluationDetail of(int[] sought, int[] first, int[] ranks, float[] precisions) {
    List<TestItem> items = new ArrayList<>();
    for (int person = 0; person < 3; person++) {
      items.add(new TestItem("vis", "vis/" + person + ".png", ""));
    }
    items.add(new TestItem("nir", "nir/0.png", ""));
    int[] top = new int[sought.length * QueryRankings.TOP];
    Arrays.fill(top, -1);
    int[] matches = new int[sought.length];
    for (int q = 0; q < sought.length; q++) {
      top[q * QueryRankings.TOP] = first[q];
      matches[q] = ranks[q] == 0 ? 0 : 1;
    }
    int[] shown = new int[sought.length];
    Arrays.fill(shown, 3);
    return new EvaluationDetail(
        new TestItems(
            "/data", List.of("a", "b", "c"), items, new int[] {0, 1, 2}, new int[] {0, 1, 2}),
        List.of(new QueryRankings("nir", sought, shown, matches, ranks, precisions, top)),
        new FeatureMap(
            new float[] {0, 1, 2, 3},
            new float[4],
            new int[] {0, 1, 2, 3},
            new int[] {0, 1, 2, 0}));
  }
}
