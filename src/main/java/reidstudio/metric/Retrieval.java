package reidstudio.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers the rows of a similarity matrix, query by query, so that the whole matrix never has to
 * exist. Not for use by several threads at once.
 */
public final class Retrieval {
  private final MatchRanks matchRanks;

  /** How many queries met their first match at this rank; index 0 is rank 1. */
  private final int[] firstMatches;

  private int queries;
  private int withoutMatch;
  private double averagePrecisions;
  private double inverseNegativePenalties;

  /**
   * @param gallery who is on each gallery item
   * @param maxRank last rank of the CMC curve; a curve beyond the gallery stays at its last value
   */
  public Retrieval(GalleryItems gallery, int maxRank, TieOrder ties) {
    if (maxRank < 1) {
      throw new IllegalArgumentException("The CMC curve needs at least 1 rank, not " + maxRank);
    }
    matchRanks = new MatchRanks(gallery, ties);
    firstMatches = new int[maxRank];
  }

  /**
   * Ranks the gallery for one query. A query whose identity the gallery lacks is counted and left
   * out of the means.
   *
   * @param similarity to each gallery item, larger is nearer
   * @throws IllegalArgumentException if the row does not fit the gallery or holds a NaN
   */
  public void add(float[] similarity, int queryId) {
    add(matchRanks.of(similarity, queryId).ranks());
  }

  MatchRanks.Ranked ranked(float[] similarity, int queryId) {
    return matchRanks.of(similarity, queryId);
  }

  /** As {@link #add(float[], int)}, once the ranks are known. */
  void add(int[] ranks) {
    if (ranks.length == 0) {
      withoutMatch++;
      return;
    }
    queries++;
    averagePrecisions += averagePrecision(ranks);
    inverseNegativePenalties += (double) ranks.length / ranks[ranks.length - 1];
    if (ranks[0] <= firstMatches.length) {
      firstMatches[ranks[0] - 1]++;
    }
  }

  int withoutMatch() {
    return withoutMatch;
  }

  boolean hasScores() {
    return queries > 0;
  }

  /**
   * The scores of all rows so far.
   *
   * @throws IllegalStateException if no query had a match
   */
  public RetrievalScores scores() {
    if (queries == 0) {
      throw new IllegalStateException(
          "None of %d queries shows an identity of the gallery; check how both were split."
              .formatted(withoutMatch));
    }
    List<Double> cmc = new ArrayList<>();
    int found = 0;
    for (int first : firstMatches) {
      found += first;
      cmc.add((double) found / queries);
    }
    return new RetrievalScores(
        queries,
        withoutMatch,
        averagePrecisions / queries,
        inverseNegativePenalties / queries,
        cmc);
  }

  /** Mean over the matches of the precision at each one's rank. */
  static double averagePrecision(int[] ranks) {
    double sum = 0;
    for (int r = 0; r < ranks.length; r++) {
      sum += (r + 1.0) / ranks[r];
    }
    return sum / ranks.length;
  }
}
