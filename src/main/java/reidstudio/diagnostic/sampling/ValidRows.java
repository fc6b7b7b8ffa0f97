package reidstudio.diagnostic.sampling;

import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** Rows from which SDM is built: those with a positive on the other side. */
final class ValidRows implements Check {
  private static final int BATCHES = 200;
  private static final double ERROR_SHARE = 0.5;
  private static final double TARGET_SHARE = 0.85;

  private final Subject subject;
  private final BatchSurvey survey;

  ValidRows(Subject subject, BatchSurvey survey) {
    this.subject = subject;
    this.survey = survey;
  }

  @Override
  public String doing() {
    return "valid rows in " + BATCHES + " batches";
  }

  @Override
  public Finding run() {
    BatchSurvey.Summary seen = survey.of(subject.sampler().sampler(), BATCHES);
    PairsNeeded pairs = PairsNeeded.of(subject.config());
    if (!pairs.byLoss() && seen.validRows() < TARGET_SHARE) {
      return pairs.notMissed(
          new FindingBuilder("sampling.few-valid-rows")
              .saw("valid rows of a batch", seen.meanValidRows(), "")
              .saw("share of valid non-visible rows", seen.validRows(), ""));
    }
    FindingBuilder finding =
        new FindingBuilder("sampling.few-valid-rows")
            .saw(
                "valid rows of a batch",
                seen.meanValidRows(),
                "near " + FindingBuilder.number(seen.meanRows()))
            .abnormalIf(seen.validRows() < TARGET_SHARE)
            .saw("share of valid non-visible rows", seen.validRows(), "at least 0.85")
            .abnormalIf(seen.validRows() < TARGET_SHARE)
            .saw("share of valid visible rows", seen.validGalleryRows(), "at least 0.85")
            .abnormalIf(seen.validGalleryRows() < TARGET_SHARE)
            .saw(
                "batches in which SDM is exactly 0",
                seen.batchesWithoutPair(),
                "0 of " + seen.batches())
            .abnormalIf(seen.batchesWithoutPair() > 0);
    String fix = "Set sampler.kind to multi-modal-balanced and sampler.instances to at least 2.";
    if (seen.validRows() < TARGET_SHARE) {
      BetterSampling.of(subject.config().sampler()).ifPresent(better -> better.propose(finding));
    }
    if (seen.validRows() < ERROR_SHARE) {
      return finding.found(Severity.ERROR, "SDM is built from a few rows of each batch only.", fix);
    }
    if (seen.validRows() < TARGET_SHARE) {
      return finding.found(Severity.WARNING, "More than 15 % of the rows find no positive.", fix);
    }
    return finding.ok("Nearly every row finds a positive.");
  }
}
