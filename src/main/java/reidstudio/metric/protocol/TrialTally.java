package reidstudio.metric.protocol;

import reidstudio.metric.RankTally;
import reidstudio.metric.RetrievalScores;
import reidstudio.metric.TieOrder;

/** What the queries of one trial came to, and what ties decide of it. */
final class TrialTally {
  private final VisibleRanks ranks;
  private final CmcCount cmc;
  private final RankTally honest;
  private final RankTally highest;
  private final RankTally lowest;
  private int tied;

  TrialTally(VisibleRanks ranks, CmcCount cmc, int maxRank) {
    this.ranks = ranks;
    this.cmc = cmc;
    honest = new RankTally(maxRank);
    highest = new RankTally(maxRank);
    lowest = new RankTally(maxRank);
  }

  /** Ranks of the query's matches, as of {@link VisibleRanks}. */
  int[] add(float[] similarity, int identity, int camera) {
    VisibleRanks.Ranked found = ranks.of(similarity, identity, camera, TieOrder.GALLERY_INDEX);
    put(honest, found);
    if (found.tied()) {
      tied++;
      put(highest, ranks.of(similarity, identity, camera, TieOrder.MATCHES_FIRST));
      put(lowest, ranks.of(similarity, identity, camera, TieOrder.MATCHES_LAST));
    } else {
      put(highest, found);
      put(lowest, found);
    }
    return found.ranks();
  }

  private void put(RankTally tally, VisibleRanks.Ranked found) {
    boolean pictures = cmc == CmcCount.PICTURES || found.isEmpty();
    if (pictures) {
      tally.add(found.ranks());
    } else {
      tally.add(found.ranks(), found.person());
    }
  }

  boolean hasScores() {
    return honest.hasScores();
  }

  RetrievalScores scores() {
    return honest.scores();
  }

  int tied() {
    return tied;
  }

  double lowestMap() {
    return lowest.scores().meanAveragePrecision();
  }

  double highestMap() {
    return highest.scores().meanAveragePrecision();
  }
}
