package reidstudio.metric;

/**
 * A {@link Retrieval} that breaks ties by gallery index and also knows what they decide: collapsed
 * features can have a high mAP that is the order of the gallery alone. Several threads may rank at
 * once, one counts.
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

  /** See {@link Retrieval#add}; tells how this query did. */
  public QueryScore add(float[] similarity, int queryId) {
    return rank(Similarities.of(similarity), queryId, 0).count();
  }

  @Override
  public Row rank(Similarities similarities, int identity, int camera) {
    MatchRanks.Ranked ranked = honest.ranked(similarities, identity);
    int[] ranks = ranked.ranks();
    if (!ranked.tied()) {
      return () -> count(ranks, ranks, ranks);
    }
    int[] best = highest.ranked(similarities, identity).ranks();
    int[] worst = lowest.ranked(similarities, identity).ranks();
    return () -> {
      tied++;
      return count(ranks, best, worst);
    };
  }

  @Override
  public RankingHead head(TopItems items, Similarities similarities, int identity, int camera) {
    return new RankingHead(items.of(similarities), similarities.size());
  }

  private QueryScore count(int[] ranks, int[] best, int[] worst) {
    honest.add(ranks);
    highest.add(best);
    lowest.add(worst);
    return QueryScore.of(ranks);
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
