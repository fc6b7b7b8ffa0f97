package reidstudio.event;

import java.util.List;

/**
 * What an evaluation saw query by query. Of ORBench's full size some 25 MB, so nobody but a file
 * keeps it for long.
 *
 * @param items what it was made with
 * @param settings the rankings, in the scores' order
 * @param map where features lie
 */
public record EvaluationDetail(TestItems items, List<QueryRankings> settings, FeatureMap map) {
  public EvaluationDetail {
    settings = List.copyOf(settings);
  }
}
