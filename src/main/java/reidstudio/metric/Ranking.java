package reidstudio.metric;

/** Takes the similarities of one query after another and keeps what their ranking is worth. */
public interface Ranking {
  /**
   * Ranks the gallery for one query.
   *
   * @param similarity to each gallery item, larger is nearer
   * @param identity who is looked for
   * @param camera that took the query; 0 where that does not matter
   * @return ranks of its matches, from 1, ascending, in the first trial if there are several; empty
   *     if that has none
   * @throws IllegalArgumentException if the row does not fit the gallery or holds a NaN
   */
  int[] add(float[] similarity, int identity, int camera);

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
