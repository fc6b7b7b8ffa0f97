package reidstudio.metric;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Gathers mAP@k in all its forms. */
final class CutTally {
  private final Map<CutPrecision, Sum> sums = new EnumMap<>(CutPrecision.class);
  private final int cut;

  private static final class Sum {
    private double precisions;
    private int queries;
  }

  /**
   * Nothing gathered yet.
   *
   * @param cut k, items that are looked at
   */
  CutTally(int cut) {
    this.cut = cut;
    for (CutPrecision form : CutPrecision.values()) {
      sums.put(form, new Sum());
    }
  }

  /** Takes a query that has a match. */
  void add(int[] ranks) {
    sums.forEach(
        (form, sum) -> {
          OptionalDouble precision = form.of(ranks, cut);
          if (precision.isPresent()) {
            sum.precisions += precision.getAsDouble();
            sum.queries++;
          }
        });
  }

  /** The mean in each form; NaN where the form leaves every query out. */
  Map<CutPrecision, Double> means() {
    Map<CutPrecision, Double> means = new EnumMap<>(CutPrecision.class);
    sums.forEach((form, sum) -> means.put(form, sum.precisions / sum.queries));
    return means;
  }
}
