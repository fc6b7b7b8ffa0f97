package reidstudio.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Whether a change cures what it was meant to: one epoch without and one with it, and the checklist
 * of the three common problems. Where it is not 384, the seed's limit of 5.5 for cross-entropy is
 * {@code ln C - 0.4}, which is 5.55 for 384.
 *
 * @param changes what was changed
 * @param runBefore name of the run without the change
 * @param runAfter name of the run with it
 * @param before its epoch
 * @param after the same epoch with the change
 */
public record QuickFixReport(
    List<Change> changes,
    String runBefore,
    String runAfter,
    EpochSummary before,
    EpochSummary after) {
  private static final int SEEDS_CLASSES = 384;
  private static final double SEEDS_LIMIT = 5.5;
  private static final double BELOW_CHANCE = 0.4;

  /** Own choice, a quarter of {@link #BELOW_CHANCE}: batches differ by less than this at chance. */
  private static final double CLEAR_FALL = 0.1;

  private static final double PAIRABLE = 0.8;
  private static final double VALID_ROWS = 0.85;
  private static final double NORM_TOLERANCE = 0.2;

  public QuickFixReport {
    changes = List.copyOf(changes);
  }

  /** The checklist, in the order of priority. */
  public List<QuickFixItem> items() {
    List<QuickFixItem> items = new ArrayList<>();
    double limit = ceLimit();
    items.add(
        item(
            "cross-entropy at the end of the epoch",
            String.format(Locale.ROOT, "below %.2f and falling", limit),
            EpochSummary::ceLast,
            epoch -> epoch.ceLast() < limit && epoch.ceLast() < epoch.ceFirst()));
    items.add(
        item(
            "pairable ratio",
            "above 0.8",
            EpochSummary::pairableRatio,
            epoch -> epoch.pairableRatio() > PAIRABLE));
    items.add(
        item(
            "valid rows of a batch",
            String.format(Locale.ROOT, "near %.1f", after.rows()),
            EpochSummary::validRows,
            epoch -> epoch.validRows() >= VALID_ROWS * epoch.rows()));
    items.add(
        item(
            "norm after batch normalisation",
            String.format(Locale.ROOT, "within 20 %% of %.1f", after.normExpected()),
            EpochSummary::norm,
            epoch ->
                Math.abs(epoch.norm() - epoch.normExpected())
                    <= NORM_TOLERANCE * epoch.normExpected()));
    return items;
  }

  /** In one word: pass, fail, or open if the epoch was too short to tell. */
  public String verdict() {
    if (passed()) {
      return "pass";
    }
    return leavesCeOpen() ? "open" : "fail";
  }

  /** Whether every line is as expected with the change. */
  public boolean passed() {
    return items().stream().allMatch(QuickFixItem::passedAfter);
  }

  /** Whether cross-entropy falls clearly with the change, and clearly more than without it. */
  public boolean ceFallsMore() {
    return after.ceFell() >= CLEAR_FALL && after.ceFell() - before.ceFell() >= CLEAR_FALL;
  }

  /**
   * Whether the epoch with the change says nothing of cross-entropy, and all else is as expected:
   * in its few updates, or the warm-up's low rates, no classifier would have left chance.
   */
  public boolean leavesCeOpen() {
    List<QuickFixItem> items = items();
    return !items.get(0).passedAfter()
        && items.stream().skip(1).allMatch(QuickFixItem::passedAfter)
        && after.headReach().isHopeless()
        && !ceFallsMore();
  }

  /**
   * What the checklist alone does not say of cross-entropy: its limit was made for epochs of some
   * hundred steps, so that a change may help and not pass yet. Empty if there is nothing to add.
   */
  public Optional<String> remark() {
    if (leavesCeOpen()) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "One epoch is too short for cross-entropy: in %d updates a logit can have moved by"
                  + " %.2f, and below 2.5 no classifier left chance.",
              after.updates(),
              after.headReach().logit()));
    }
    if (!ceFallsMore()) {
      return Optional.empty();
    }
    String fell =
        before.ceFell() < CLEAR_FALL
            ? String.format(
                Locale.ROOT, "Cross-entropy falls now, by %.2f in one epoch", after.ceFell())
            : String.format(
                Locale.ROOT,
                "Cross-entropy falls more than before, by %.2f instead of %.2f in one epoch",
                after.ceFell(),
                before.ceFell());
    return Optional.of(
        fell + (after.ceLast() < ceLimit() ? "." : "; the limit is for longer epochs."));
  }

  private double ceLimit() {
    int classes = after.classes().orElse(SEEDS_CLASSES);
    return classes == SEEDS_CLASSES ? SEEDS_LIMIT : Math.log(classes) - BELOW_CHANCE;
  }

  /** A comparison with NaN is false: what is not known has not passed. */
  private QuickFixItem item(
      String name,
      String expected,
      ToDoubleFunction<EpochSummary> value,
      Predicate<EpochSummary> passes) {
    return new QuickFixItem(
        name,
        expected,
        value.applyAsDouble(before),
        value.applyAsDouble(after),
        passes.test(before),
        passes.test(after));
  }
}
