package reidstudio.ui.compare;

import reidstudio.event.MetricKey;
import reidstudio.store.RunTrace;
import reidstudio.store.Series;
import reidstudio.store.XAxis;
import reidstudio.ui.chart.MinMaxPyramid;
import reidstudio.ui.chart.TraceSnapshot;
import reidstudio.ui.chart.TraceSource;

/** The mean mAP of a run's evaluations in percent, each at the step of its model. */
record EvaluationSource(RunTrace trace, XAxis axis) implements TraceSource {
  private static final double PERCENT = 100;

  @Override
  public long version() {
    return trace.evaluations().size();
  }

  @Override
  public TraceSnapshot snapshot() {
    MinMaxPyramid points = new MinMaxPyramid();
    trace.evaluations().stream()
        .sorted(java.util.Comparator.comparingLong(evaluation -> evaluation.step()))
        .filter(evaluation -> evaluation.meanAveragePrecision().isPresent())
        .forEach(
            evaluation ->
                points.append(
                    place(evaluation.step()),
                    PERCENT * evaluation.meanAveragePrecision().getAsDouble()));
    return points.snapshot();
  }

  /** Where a step lies; the end of the run for one that it has not, as when it is read. */
  private double place(long step) {
    Series steps = trace.series(MetricKey.CE_LOSS);
    if (axis == XAxis.STEP || steps.isEmpty()) {
      return (double) step;
    }
    int index = steps.firstAtOrAfter(XAxis.STEP, (double) step);
    return steps.x(axis, Math.min(index, steps.size() - 1));
  }
}
