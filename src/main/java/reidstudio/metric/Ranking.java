package reidstudio.metric;

/** Takes the similarities of one query after another and keeps what their ranking is worth. */
public interface Ranking {
  /** A query whose gallery is ranked, but which is in no mean yet. */
  interface Row {
    /**
     * Puts the query into all means; once, by one thread at a time.
     *
     * @return how it did, in the first trial if there are several
     */
    QueryScore count();
  }

  /**
   * Ranks the gallery for one query and changes nothing: several threads may do so at once.
   *
   * @param similarities to each gallery item
   * @param identity who is looked for
   * @param camera that took the query; 0 where that does not matter
   * @throws IllegalArgumentException if the row does not fit the gallery or holds a NaN
   */
  Row rank(Similarities similarities, int identity, int camera);

  /** As {@link #rank}, of similarities that are exact, counted at once. */
  default QueryScore add(float[] similarity, int identity, int camera) {
    return rank(Similarities.of(similarity), identity, camera).count();
  }

  /**
   * The items that the ranking of one query begins with, in the first trial if there are several,
   * without those that the query may not see. Changes nothing.
   */
  RankingHead head(TopItems items, Similarities similarities, int identity, int camera);

  /** Whether a query so far had a match. */
  boolean hasScores();

  /**
   * The scores of all queries so far.
   *
   * @throws IllegalStateException if no query had a match
   */
  RetrievalScores scores();

  /** Queries so far that the gallery has no match for. */
  int withoutMatch();

  /**
   * Between what the mAP of all queries so far lies.
   *
   * @throws IllegalStateException if no query had a match
   */
  TieBounds bounds();
}
