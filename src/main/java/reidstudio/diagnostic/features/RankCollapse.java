package reidstudio.diagnostic.features;

import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Do features use a few dimensions only? Mean cosine and spread do not see it: features spread
 * evenly over 4 of 512 dimensions have mean cosine 0. Effective rank as in Garrido et al.,
 * "RankMe", 2023, here of a few batches and therefore at most the number of their rows.
 */
final class RankCollapse implements Check {
  /** Of the most that N rows of width D can have; healthy small models have 20 % and more. */
  private static final double LEAST_SHARE = 0.05;

  /** Of the rank before the first step (catalogue of faults, 26). */
  private static final double LEAST_OF_START = 0.1;

  /** With fewer rows 5 % of the rank is near 1, which any features have. */
  static final int ENOUGH_ROWS = 40;

  private final Subject subject;
  private final BatchFeatures features;

  RankCollapse(Subject subject, BatchFeatures features) {
    this.subject = subject;
    this.features = features;
  }

  @Override
  public String doing() {
    return "dimensions that features really use";
  }

  @Override
  public Finding run() {
    UnitRows rows = features.all();
    FindingBuilder finding = new FindingBuilder(Fault.RANK_COLLAPSED);
    if (rows.size() < ENOUGH_ROWS) {
      return finding
          .saw("features looked at", rows.size(), "at least " + ENOUGH_ROWS)
          .abnormalIf(true)
          .found(
              Severity.INFO,
              "Batches are too small for a verdict on the rank of features.",
              "Raise sampler.identities if memory allows.");
    }
    int most = Math.min(rows.size(), rows.width());
    double rank = rows.effectiveRank();
    double ofMost = LEAST_SHARE * most;
    double ofStart = LEAST_OF_START * subject.startRank().orElse(0);
    double least = Math.max(ofMost, ofStart);
    finding
        .saw("features looked at", rows.size(), "")
        .saw("width of a feature", rows.width(), "")
        .saw("effective rank", rank, "above " + FindingBuilder.number(least) + " of " + most)
        .abnormalIf(!(rank >= least));
    subject
        .startRank()
        .ifPresent(
            start ->
                finding
                    .saw(
                        "share that is left of the rank before the first step",
                        rank / start,
                        "at least " + FindingBuilder.number(LEAST_OF_START))
                    .abnormalIf(rank < LEAST_OF_START * start));
    if (rank >= least) {
      return finding.ok("Features use many dimensions.");
    }
    double rate = subject.config().optimizer().encoder().learningRate();
    return finding
        .certainty(Certainty.LIKELY)
        .ruledOut("Not too few rows: as many random features have a rank near their number.")
        .tryChange("optimizer.encoder.learningRate", FindingBuilder.number(rate / 10))
        .found(
            Severity.WARNING,
            "Features use about " + FindingBuilder.number(rank) + " dimensions only.",
            "Start anew with a lower optimizer.encoder.learningRate.");
  }
}
