package reidstudio.metric;

import java.util.ArrayList;
import java.util.List;

/** Gathers at which ranks queries met their matches. Not for use by several threads at once. */
public final class RankTally {
  /** How many queries met their first match at this rank; index 0 is rank 1. */
  private final int[] firstMatches;

  private final CutTally cut = new CutTally(RetrievalScores.CUT);

  private int queries;
  private int withoutMatch;
  private double averagePrecisions;
  private double inverseNegativePenalties;

  /**
   * Nothing gathered yet.
   *
   * @param maxRank last rank of the CMC curve; a curve beyond the gallery stays at its last value
   */
  public RankTally(int maxRank) {
    if (maxRank < 1) {
      throw new IllegalArgumentException("The CMC curve needs at least 1 rank, not " + maxRank);
    }
    firstMatches = new int[maxRank];
  }

  /**
   * Takes a query.
   *
   * @param ranks of its matches, from 1, ascending; empty if it has none, which is counted and left
   *     out of the means
   */
  public void add(int[] ranks) {
    add(ranks, ranks.length == 0 ? 0 : ranks[0]);
  }

  /**
   * Takes a query whose place in the CMC curve is counted otherwise.
   *
   * @param place of the first match in the CMC curve, from 1
   */
  public void add(int[] ranks, int place) {
    if (ranks.length == 0) {
      withoutMatch++;
      return;
    }
    queries++;
    averagePrecisions += averagePrecision(ranks);
    inverseNegativePenalties += (double) ranks.length / ranks[ranks.length - 1];
    cut.add(ranks);
    if (place <= firstMatches.length) {
      firstMatches[place - 1]++;
    }
  }

  /** Queries so far without a match. */
  public int withoutMatch() {
    return withoutMatch;
  }

  /** Whether a query so far had a match. */
  public boolean hasScores() {
    return queries > 0;
  }

  /**
   * The scores of all queries so far.
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
        cut.means(),
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
