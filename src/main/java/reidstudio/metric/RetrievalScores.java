package reidstudio.metric;

import java.util.List;
import java.util.Map;

/**
 * Means over the queries that have a match; all scores are shares in [0, 1].
 *
 * @param queries with a match
 * @param withoutMatch queries left out because the gallery lacks their identity
 * @param meanAveragePrecision mAP over full rankings
 * @param meanInverseNegativePenalty mINP (Ye et al., "Deep Learning for Person Re-identification: A
 *     Survey and Outlook", 2021): matches divided by the rank of the last one
 * @param mapAt100 mAP@{@value #CUT} in each form
 * @param cmc share of queries with a match up to each rank; index 0 is rank 1
 */
public record RetrievalScores(
    int queries,
    int withoutMatch,
    double meanAveragePrecision,
    double meanInverseNegativePenalty,
    Map<CutPrecision, Double> mapAt100,
    List<Double> cmc) {
  /** Length of the lists that the PRCV 2025 challenge takes. */
  public static final int CUT = 100;

  public RetrievalScores {
    mapAt100 = Map.copyOf(mapAt100);
    cmc = List.copyOf(cmc);
  }

  /** Share of queries with a match among the first {@code rank} items; ranks count from 1. */
  public double cmcAt(int rank) {
    return cmc.get(rank - 1);
  }
}
