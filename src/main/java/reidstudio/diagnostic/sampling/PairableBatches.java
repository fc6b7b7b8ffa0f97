package reidstudio.diagnostic.sampling;

import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** Share of a batch's identities that come with a visible and a non-visible item. */
final class PairableBatches implements Check {
  private static final int BATCHES = 200;
  private static final double GOOD = 0.8;
  private static final double TOLERABLE = 0.6;

  private final Subject subject;
  private final BatchSurvey survey;

  PairableBatches(Subject subject, BatchSurvey survey) {
    this.subject = subject;
    this.survey = survey;
  }

  @Override
  public String doing() {
    return "pairable identities in " + BATCHES + " batches";
  }

  @Override
  public Finding run() {
    BatchSurvey.Summary seen = survey.of(subject.sampler().sampler(), BATCHES);
    PairsNeeded pairs = PairsNeeded.of(subject.config());
    FindingBuilder finding =
        new FindingBuilder("sampling.pairable-ratio")
            .saw("sampler in use", subject.sampler().kind(), "")
            .saw("batches looked at", seen.batches(), "")
            .saw("mean pairable ratio", seen.pairable(), pairs.byLoss() ? "at least 0.8" : "")
            .abnormalIf(pairs.byLoss() && seen.pairable() < GOOD)
            .saw("worst batch", seen.worstPairable(), pairs.byLoss() ? "at least 0.6" : "")
            .abnormalIf(pairs.byLoss() && seen.worstPairable() < TOLERABLE);
    if (!pairs.byLoss() && seen.pairable() < GOOD) {
      return pairs.notMissed(finding);
    }
    if (seen.pairable() < GOOD) {
      BetterSampling.of(subject.config().sampler()).ifPresent(better -> better.propose(finding));
    }
    if (seen.pairable() < TOLERABLE) {
      return finding.found(
          Severity.ERROR,
          "Most identities of a batch have only one side of a pair.",
          "Set sampler.kind to multi-modal-balanced.");
    }
    if (seen.pairable() < GOOD) {
      return finding.found(
          Severity.WARNING,
          "Fewer than 80 % of a batch's identities can form a pair.",
          "Set sampler.kind to multi-modal-balanced, or raise sampler.instances.");
    }
    return finding.ok("The sampler brings both sides of a pair.");
  }
}
