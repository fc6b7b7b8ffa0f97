package reidstudio.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  /** Whether every line is as expected with the change. */
  public boolean passed() {
    return items().stream().allMatch(QuickFixItem::passedAfter);
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
