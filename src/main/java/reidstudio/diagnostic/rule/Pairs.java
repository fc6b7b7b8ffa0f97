package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.diagnostic.finding.Matching;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;
import reidstudio.event.ZeroReason;

/**
 * Do the rows of a batch find a positive in the other modality? Non-visible rows are judged: of
 * them modality dropout leaves fewer, but none without its visible positive. Visible rows that it
 * leaves alone are expected and no fault.
 */
final class Pairs implements Rule {
  private static final int WINDOW = 100;
  private static final int FEWEST = 30;

  /** Below this share of rows matching is built on chance. */
  private static final double ERROR_SHARE = 0.5;

  /** The seed's and the reference program's alarm; their target is 0.85. */
  private static final double WARNING_SHARE = 0.8;

  /**
   * Share of batches from which the reason of a zero is a property of the data. Modality dropout of
   * at most 0.9 empties fewer batches of their non-visible items, be there only one in each.
   */
  private static final double NEARLY_ALL = 0.9;

  private final Recent rows = new Recent(WINDOW);
  private final Recent validRows = new Recent(WINDOW);
  private final Recent pairable = new Recent(WINDOW);
  private final Recent oneSided = new Recent(WINDOW);
  private final Recent withoutPair = new Recent(WINDOW);
  private final Recent sdm = new Recent(WINDOW);
  private final Recent weight = new Recent(WINDOW);
  private long first;
  private long step;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    first = first == 0 ? metrics.step() : first;
    step = metrics.step();
    rows.add(metrics.value(MetricKey.SDM_ROWS));
    validRows.add(metrics.value(MetricKey.SDM_VALID_ROWS));
    pairable.add(metrics.value(MetricKey.PAIRABLE_RATIO));
    sdm.add(metrics.value(MetricKey.SDM_LOSS));
    weight.add(metrics.value(MetricKey.SDM_WEIGHT));
    boolean oneModality =
        metrics
            .sdmZero()
            .filter(r -> r == ZeroReason.NO_VISIBLE_ITEM || r == ZeroReason.NO_OTHER_MODALITY)
            .isPresent();
    oneSided.add(oneModality ? 1 : 0);
    withoutPair.add(metrics.sdmZero().isPresent() ? 1 : 0);
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (rows.size() < FEWEST) {
      return zeroWithoutCounts(known);
    }
    if (isOff(known)) {
      return Optional.empty();
    }
    double share = rows.sum() == 0 ? 0 : validRows.sum() / rows.sum();
    if (oneSided.mean() > NEARLY_ALL) {
      return Optional.of(oneModality(share));
    }
    if (share >= WARNING_SHARE) {
      return Optional.empty();
    }
    return Optional.of(fewPairs(share, known));
  }

  /** A run that will never match needs no pairs; one whose SDM warms up does. */
  private boolean isOff(RunProfile known) {
    boolean nowOff = weight.size() > 0 && weight.max() == 0;
    return nowOff && !known.config().map(Matching::isPartOf).orElse(true);
  }

  private Finding oneModality(double share) {
    return seen(Fault.MODALITY_MISSING, share)
        .certainty(Certainty.LIKELY)
        .saw("share of batches with one side only", oneSided.mean(), "0")
        .abnormalIf(true)
        .found(
            Severity.ERROR,
            "Nearly every batch holds visible items only, or none: there is nothing to match.",
            "Look at the counts per modality with 'dataset info'; names of folders and of"
                + " modalities must be those of the layout.");
  }

  private Finding fewPairs(double share, RunProfile known) {
    Severity severity = share < ERROR_SHARE ? Severity.ERROR : Severity.WARNING;
    boolean single = known.config().map(c -> c.sampler().instances() == 1).orElse(false);
    if (single) {
      return seen(Fault.K_TOO_SMALL, share)
          .saw("K, items of an identity in a batch", 1, "at least 2")
          .abnormalIf(true)
          .tryChange("sampler.instances", "4")
          .found(
              severity,
              "With K = 1 an identity is alone in its batch and hardly any row finds a positive.",
              "Set sampler.instances to 4.");
    }
    FindingBuilder finding = seen(Fault.FEW_VALID_ROWS, share).certainty(Certainty.LIKELY);
    known
        .config()
        .filter(c -> !c.sampler().kind().bringsPairs())
        .ifPresent(c -> finding.tryChange("sampler.kind", "multi-modal-balanced"));
    return finding.found(
        severity,
        "Matching is built from a part of each batch: rows find no positive.",
        "Use the sampler 'multi-modal-balanced' with K of at least 2; 'check sampling' tells"
            + " whether the data can give pairs at all.");
  }

  /** A log that prints SDM and no counts: an exact zero is no alignment. */
  private Optional<Finding> zeroWithoutCounts(RunProfile known) {
    boolean always = sdm.size() >= FEWEST && sdm.max() == 0 && sdm.min() == 0;
    boolean off = weight.size() > 0 && weight.max() == 0;
    if (!always || off || known.config().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new FindingBuilder(Fault.FEW_VALID_ROWS)
            .certainty(Certainty.POSSIBLE)
            .saw("SDM in the last " + sdm.size() + " steps", 0, "above 0 with two positives a row")
            .abnormalIf(true)
            .during(MetricKey.SDM_LOSS, Math.max(first, step - sdm.size() + 1), step)
            .found(
                Severity.WARNING,
                "SDM is exactly 0 throughout: it is switched off, or no batch holds a pair.",
                "Look whether its weight is 0 in these epochs; if it is not, look at the sampler."));
  }

  private FindingBuilder seen(Fault fault, double share) {
    FindingBuilder finding =
        new FindingBuilder(fault)
            .saw(
                "valid rows of a batch",
                validRows.mean(),
                "near " + FindingBuilder.number(rows.mean()))
            .abnormalIf(true)
            .saw("share of valid non-visible rows", share, "at least 0.85")
            .abnormalIf(true)
            .saw("share of batches in which SDM is exactly 0", withoutPair.mean(), "0")
            .abnormalIf(withoutPair.mean() > 0);
    if (pairable.size() > 0) {
      finding.saw("pairable ratio", pairable.mean(), "at least 0.8").abnormalIf(true);
    }
    return finding.during(MetricKey.SDM_VALID_ROWS, Math.max(first, step - rows.size() + 1), step);
  }
}
