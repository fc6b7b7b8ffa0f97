package reidstudio.ui.chart;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What part of their data the charts of a group show. An empty range means: follow all data.
 *
 * @param x the range of the shared x axis
 * @param yByChart the y ranges chosen by hand, by chart key
 */
record ChartView(Optional<Range> x, Map<Integer, Range> yByChart) {
  static final ChartView FOLLOW_ALL = new ChartView(Optional.empty(), Map.of());

  ChartView {
    yByChart = Map.copyOf(yByChart);
  }

  Optional<Range> y(int chart) {
    return Optional.ofNullable(yByChart.get(chart));
  }

  ChartView withX(Range range) {
    return new ChartView(Optional.of(range), yByChart);
  }

  ChartView withY(int chart, Range range) {
    Map<Integer, Range> changed = new HashMap<>(yByChart);
    changed.put(chart, range);
    return new ChartView(x, changed);
  }

  /** Without the y range of one chart, as when its axis changes between linear and log. */
  ChartView withoutY(int chart) {
    Map<Integer, Range> changed = new HashMap<>(yByChart);
    changed.remove(chart);
    return new ChartView(x, changed);
  }
}
