package reidstudio.ui.health;

import java.util.List;
import reidstudio.config.RunConfig;
import reidstudio.event.Change;
import reidstudio.event.EpochSummary;
import reidstudio.event.QuickFixReport;

/**
 * A change to try.
 *
 * @param base the configuration without it
 * @param changed the one with it, as a full run would be begun with
 */
record QuickFixTrial(Change change, RunConfig base, RunConfig changed) {
  /** One epoch of a run. */
  record Side(String run, EpochSummary epoch) {}

  /** What came of it. */
  record Answer(QuickFixTrial trial, QuickFixReport report) {
    /** In one word. */
    Verdict verdict() {
      if (report.passed()) {
        return Verdict.CURED;
      }
      if (report.leavesCeOpen()) {
        return Verdict.TOO_SHORT;
      }
      return report.ceFallsMore() ? Verdict.HELPS : Verdict.NO_CURE;
    }
  }

  /** Whether the change cures. */
  enum Verdict {
    /** Every line of the checklist is as expected. */
    CURED,
    /** Cross-entropy falls more than before, but some lines are not as expected. */
    HELPS,
    /** Cross-entropy could not move in the epoch; all else is as expected. */
    TOO_SHORT,
    /** It does not help visibly. */
    NO_CURE
  }

  Answer compare(Side before, Side after) {
    return new Answer(
        this,
        new QuickFixReport(
            List.of(change), before.run(), after.run(), before.epoch(), after.epoch()));
  }
}
