package reidstudio.ui.curves;

import reidstudio.event.MetricKey;
import reidstudio.store.RunTrace;
import reidstudio.store.Series;
import reidstudio.store.XAxis;

/** Where a step lies on an axis. */
final class StepPlace {
  private StepPlace() {}

  /** The place of a step that has no point of its own: that of the next one, or the last. */
  static double of(RunTrace trace, long step, XAxis axis) {
    Series series = trace.series(MetricKey.TOTAL_LOSS);
    if (axis == XAxis.STEP || series.isEmpty()) {
      return axis == XAxis.STEP ? step : 0;
    }
    int index = series.firstAtOrAfter(XAxis.STEP, (double) step);
    return series.x(axis, Math.min(index, series.size() - 1));
  }

  /** The step at a place of an axis; that of the next point, or of the last. */
  static long at(RunTrace trace, double x, XAxis axis) {
    Series series = trace.series(MetricKey.TOTAL_LOSS);
    if (axis == XAxis.STEP || series.isEmpty()) {
      return Math.round(x);
    }
    int index = series.firstAtOrAfter(axis, x);
    return Math.round(series.x(XAxis.STEP, Math.min(index, series.size() - 1)));
  }
}
