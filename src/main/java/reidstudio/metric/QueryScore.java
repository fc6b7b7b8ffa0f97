package reidstudio.metric;

/**
 * How one query did.
 *
 * @param matches gallery items that show its identity; 0 if it is left out of all means
 * @param firstRank rank of the first of them, from 1; 0 without a match
 * @param averagePrecision over the full ranking; NaN without a match
 */
public record QueryScore(int matches, int firstRank, double averagePrecision) {
  /** Of the ranks of its matches, from 1, ascending; empty without a match. */
  public static QueryScore of(int[] ranks) {
    return ranks.length == 0
        ? new QueryScore(0, 0, Double.NaN)
        : new QueryScore(ranks.length, ranks[0], RankTally.averagePrecision(ranks));
  }
}
