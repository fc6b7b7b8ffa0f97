package reidstudio.metric.protocol;

import reidstudio.metric.RankTally;
import reidstudio.metric.RetrievalScores;
import reidstudio.metric.Similarities;
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

  /** Where a query meets its matches: as it is, at best and at worst. */
  record Ranked(VisibleRanks.Ranked found, VisibleRanks.Ranked best, VisibleRanks.Ranked worst) {
    boolean hasMatch() {
      return !found.isEmpty();
    }
  }

  /** Changes nothing. */
  Ranked rank(Similarities similarities, int identity, int camera) {
    VisibleRanks.Ranked found = ranks.of(similarities, identity, camera, TieOrder.GALLERY_INDEX);
    return found.tied()
        ? new Ranked(
            found,
            ranks.of(similarities, identity, camera, TieOrder.MATCHES_FIRST),
            ranks.of(similarities, identity, camera, TieOrder.MATCHES_LAST))
        : new Ranked(found, found, found);
  }

  void count(Ranked ranked) {
    put(honest, ranked.found());
    put(highest, ranked.best());
    put(lowest, ranked.worst());
    if (ranked.found().tied()) {
      tied++;
    }
  }

  /** What a query may see, positions in the gallery, ascending. */
  int[] seen(int identity, int camera) {
    return ranks.seen(identity, camera);
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
