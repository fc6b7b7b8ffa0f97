package reidstudio.metric;

/**
 * A {@link Retrieval} that breaks ties by gallery index and also knows what they decide: collapsed
 * features can have a high mAP that is the order of the gallery alone. Not for use by several
 * threads at once.
 */
public final class BoundedRetrieval implements Ranking {
  private final Retrieval honest;
  private final Retrieval highest;
  private final Retrieval lowest;
  private int tied;

  /** See {@link Retrieval#Retrieval}. */
  public BoundedRetrieval(GalleryItems gallery, int maxRank) {
    honest = new Retrieval(gallery, maxRank, TieOrder.GALLERY_INDEX);
    highest = new Retrieval(gallery, maxRank, TieOrder.MATCHES_FIRST);
    lowest = new Retrieval(gallery, maxRank, TieOrder.MATCHES_LAST);
  }

  /** See {@link Retrieval#add}. */
  public void add(float[] similarity, int queryId) {
    ranked(similarity, queryId);
  }

  private int[] ranked(float[] similarity, int queryId) {
    MatchRanks.Ranked ranked = honest.ranked(similarity, queryId);
    honest.add(ranked.ranks());
    if (ranked.tied()) {
      tied++;
      highest.add(similarity, queryId);
      lowest.add(similarity, queryId);
    } else {
      highest.add(ranked.ranks());
      lowest.add(ranked.ranks());
    }
    return ranked.ranks();
  }

  @Override
  public int[] add(float[] similarity, int identity, int camera) {
    return ranked(similarity, identity);
  }

  /** The scores of all rows so far; see {@link Retrieval#scores}. */
  @Override
  public RetrievalScores scores() {
    return honest.scores();
  }

  /** Whether a query so far had a match. */
  @Override
  public boolean hasScores() {
    return honest.hasScores();
  }

  /** Queries so far that the gallery has no match for. */
  @Override
  public int withoutMatch() {
    return honest.withoutMatch();
  }

  /**
   * Between what the mAP of all rows so far lies.
   *
   * @throws IllegalStateException if no query had a match
   */
  @Override
  public TieBounds bounds() {
    return new TieBounds(
        tied, lowest.scores().meanAveragePrecision(), highest.scores().meanAveragePrecision());
  }
}
