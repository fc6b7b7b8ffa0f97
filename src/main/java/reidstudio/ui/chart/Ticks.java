package reidstudio.ui.chart;

import java.util.List;

/**
 * Labelled places of an axis, ascending, and their distance (of the smallest one on a log axis).
 */
record Ticks(List<Double> values, double step) {
  Ticks {
    values = List.copyOf(values);
  }
}
