package reidstudio.diagnostic.sampling;

import reidstudio.config.RunConfig;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.diagnostic.finding.Matching;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Whether it matters how many pairs there are: not in a baseline that classifies, whose data may
 * well be visible pictures only.
 *
 * @param byLoss whether a loss compares modalities
 */
record PairsNeeded(boolean byLoss) {
  static PairsNeeded of(RunConfig config) {
    return new PairsNeeded(Matching.isPartOf(config));
  }

  /** What there is to say of too few pairs if no loss misses them; nothing is to be changed. */
  Finding notMissed(FindingBuilder finding) {
    return finding.found(
        Severity.INFO, "No fault: no loss compares modalities, so nothing here needs pairs.", "");
  }
}
