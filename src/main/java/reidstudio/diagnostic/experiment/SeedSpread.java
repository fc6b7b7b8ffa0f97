package reidstudio.diagnostic.experiment;

import java.util.List;
import java.util.function.ToDoubleFunction;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * How far apart courses end that differ by their seed alone, against what the courses changed and
 * against the distance by which a stuck cross-entropy is told from one that learns.
 */
final class SeedSpread {
  static final String ID = "train.seed-spread";

  /** By so much a cross-entropy must lie below ln C to have left it: the margin of the rules. */
  private static final double MARGIN = 0.05;

  /**
   * Spread over fall from which one cannot be told from the other; our own. Runs of one
   * configuration differ by up to 10.8 % of their accuracy (Pham et al., "Problems and
   * Opportunities in Training Deep Learning Software Systems", ASE 2020).
   */
  private static final double AS_LARGE = 0.5;

  private final List<SeedOutcome> courses;
  private final double chance;

  /**
   * Of at least two courses.
   *
   * @param chance ln C
   */
  SeedSpread(List<SeedOutcome> courses, double chance) {
    this.courses = List.copyOf(courses);
    this.chance = chance;
  }

  /** What there is to say, after what {@code finding} has seen already. */
  Finding finding(FindingBuilder finding) {
    double ceFall = fall(SeedOutcome::firstCrossEntropy, SeedOutcome::crossEntropy);
    double ceSpread = spread(SeedOutcome::crossEntropy);
    double sdmFall = fall(SeedOutcome::firstSdm, SeedOutcome::sdm);
    double sdmSpread = spread(SeedOutcome::sdm);
    for (SeedOutcome each : courses) {
      finding.saw("cross-entropy at the end with seed " + each.seed(), each.crossEntropy(), "");
    }
    boolean ceIsLuck = ceSpread > AS_LARGE * ceFall;
    boolean sdmIsLuck = sdmFall > 0 && sdmSpread > AS_LARGE * sdmFall;
    finding
        .saw("spread of cross-entropy between seeds", ceSpread, below(ceFall))
        .abnormalIf(ceIsLuck)
        .saw("fall of cross-entropy in a course", ceFall, "")
        .saw("spread of SDM between seeds", sdmSpread, sdmFall > 0 ? below(sdmFall) : "")
        .abnormalIf(sdmIsLuck)
        .saw("fall of SDM in a course", sdmFall, "")
        .saw("spread of the pairable ratio between seeds", spread(SeedOutcome::pairable), "");
    long left = courses.stream().filter(c -> c.crossEntropy() < chance - MARGIN).count();
    finding.saw("seeds with which cross-entropy leaves ln C", left, courses.size() + " or 0");
    finding.abnormalIf(left > 0 && left < courses.size());
    return verdict(finding.certainty(Certainty.LIKELY), left, ceIsLuck, sdmIsLuck, ceSpread);
  }

  private Finding verdict(
      FindingBuilder finding, long left, boolean ceIsLuck, boolean sdmIsLuck, double ceSpread) {
    if (left == 0) {
      return finding
          .ruledOut("Bad luck with the first weights: no seed does better.")
          .found(
              Severity.INFO,
              "With no seed does cross-entropy leave ln C in this course: a plateau is no bad luck.",
              "Look for its cause with the full diagnosis.");
    }
    if (left < courses.size()) {
      return finding.found(
          Severity.INFO,
          "Whether cross-entropy leaves ln C in this course is a matter of the seed.",
          "Do not blame a setting for a plateau of this length; let the run go on, or try another"
              + " seed.");
    }
    if (ceIsLuck || sdmIsLuck) {
      return finding.found(
          Severity.INFO,
          "Another seed changes the losses as much as training does: such a difference is luck.",
          "Compare settings over several seeds, or over longer runs.");
    }
    return finding.ok(
        "Seeds end within "
            + FindingBuilder.number(ceSpread)
            + " of each other: a larger difference of cross-entropy has a cause.");
  }

  private static String below(double fall) {
    return "below half of the fall, " + FindingBuilder.number(Math.max(0, AS_LARGE * fall));
  }

  private double fall(ToDoubleFunction<SeedOutcome> first, ToDoubleFunction<SeedOutcome> last) {
    return courses.stream()
        .mapToDouble(c -> first.applyAsDouble(c) - last.applyAsDouble(c))
        .average()
        .orElse(0);
  }

  private double spread(ToDoubleFunction<SeedOutcome> of) {
    var seen = courses.stream().mapToDouble(of).summaryStatistics();
    return seen.getMax() - seen.getMin();
  }
}
