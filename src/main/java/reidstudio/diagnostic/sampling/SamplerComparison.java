package reidstudio.diagnostic.sampling;

import java.util.Locale;
import reidstudio.config.SamplerConfig;
import reidstudio.config.SamplerKind;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.sampler.IdentityIndex;
import reidstudio.sampler.SamplerChoice;
import reidstudio.sampler.SamplerException;

/**
 * Which sampler would do best on this data? The seed's recommendation, over more batches.
 *
 * <p>A proposal and no fault. That another sampler would bring more pairs can be said only where
 * the one in use brings too few, which is {@code sampling.pairable-ratio} and changes the same
 * setting; that none would, only where the data or K allow none, which is {@code
 * sampling.too-few-pairable} or {@code sampling.k-too-small}. So there is nothing to be planted
 * that would be this and not one of those.
 */
final class SamplerComparison implements Check {
  private static final int BATCHES = 50;
  private static final double GOOD = 0.8;
  private static final double TOLERABLE = 0.6;

  private final Subject subject;
  private final IdentityIndex index;
  private final BatchSurvey survey;

  SamplerComparison(Subject subject, IdentityIndex index, BatchSurvey survey) {
    this.subject = subject;
    this.index = index;
    this.survey = survey;
  }

  @Override
  public String doing() {
    return "other samplers on the same data";
  }

  @Override
  public Finding run() {
    FindingBuilder finding = new FindingBuilder("sampling.better-sampler");
    PairsNeeded pairs = PairsNeeded.of(subject.config());
    if (!pairs.byLoss()) {
      return pairs.notMissed(finding.saw("sampler in use", subject.sampler().kind(), ""));
    }
    double balanced = measure(SamplerKind.MULTI_MODAL_BALANCED, finding);
    double modalAware = measure(SamplerKind.MODAL_AWARE_PK, finding);
    measure(SamplerKind.STRICT_MODAL_PAIRS, finding);
    measure(SamplerKind.RANDOM_IDENTITY, finding);
    measure(SamplerKind.RANDOM, finding);
    double current = survey.of(subject.sampler().sampler(), BATCHES).pairable();
    if (balanced > GOOD) {
      return current > GOOD
          ? finding.ok("The sampler in use is as good as any.")
          : finding
              .ruledOut("Not the data: the balanced sampler finds pairs in it.")
              .found(
                  Severity.INFO,
                  "The balanced sampler would bring more pairs than the one in use.",
                  "Set sampler.kind to multi-modal-balanced.");
    }
    if (modalAware > TOLERABLE) {
      return finding.found(
          Severity.INFO,
          "The modality-aware sampler is the best for this data.",
          "Set sampler.kind to modal-aware-pk.");
    }
    return finding
        .ruledOut("Not the sampler in use: others were tried and do no better.")
        .found(
            Severity.INFO,
            "No sampler finds enough pairs: the data is the problem.",
            "Add visible or other items to the identities that lack them.");
  }

  private double measure(SamplerKind kind, FindingBuilder finding) {
    String name = "pairable ratio of " + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    // A floor of 0 takes the balanced sampler whenever it can give a batch at all.
    SamplerConfig alone = subject.config().sampler().with(kind, 0);
    try {
      SamplerChoice choice = SamplerChoice.of(index, alone, subject.config().seed());
      if (choice.kind() != kind) {
        finding.saw(name, "cannot give a batch", "above 0.8").abnormalIf(true);
        return 0;
      }
      double pairable = survey.of(choice.sampler(), BATCHES).pairable();
      finding.saw(name, pairable, "above 0.8").abnormalIf(pairable <= GOOD);
      return pairable;
    } catch (SamplerException e) {
      finding.saw(name, "cannot give a batch: " + e.getMessage(), "above 0.8").abnormalIf(true);
      return 0;
    }
  }
}
