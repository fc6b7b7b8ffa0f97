package reidstudio.metric;

/**
 * Gathers the rows of a similarity matrix, query by query, so that the whole matrix never has to
 * exist. Not for use by several threads at once.
 */
public final class Retrieval {
  private final MatchRanks matchRanks;

  private final RankTally tally;

  /**
   * @param gallery who is on each gallery item
   * @param maxRank last rank of the CMC curve; a curve beyond the gallery stays at its last value
   */
  public Retrieval(GalleryItems gallery, int maxRank, TieOrder ties) {
    matchRanks = new MatchRanks(gallery, ties);
    tally = new RankTally(maxRank);
  }

  /**
   * Ranks the gallery for one query. A query whose identity the gallery lacks is counted and left
   * out of the means.
   *
   * @param similarity to each gallery item, exact; larger is nearer
   * @throws IllegalArgumentException if the row does not fit the gallery or holds a NaN
   */
  public void add(float[] similarity, int queryId) {
    add(matchRanks.of(Similarities.of(similarity), queryId).ranks());
  }

  MatchRanks.Ranked ranked(Similarities similarities, int queryId) {
    return matchRanks.of(similarities, queryId);
  }

  /** As {@link #add(float[], int)}, once the ranks are known. */
  void add(int[] ranks) {
    tally.add(ranks);
  }

  int withoutMatch() {
    return tally.withoutMatch();
  }

  boolean hasScores() {
    return tally.hasScores();
  }

  /**
   * The scores of all rows so far.
   *
   * @throws IllegalStateException if no query had a match
   */
  public RetrievalScores scores() {
    return tally.scores();
  }
}
