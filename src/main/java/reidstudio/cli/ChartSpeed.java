package reidstudio.cli;

import java.io.IOException;
import java.util.List;

/** Measures the charts of the window, of which this package knows nothing. */
@FunctionalInterface
public interface ChartSpeed {
  /**
   * What a wall of charts costs. Times are milliseconds for one update of all of them.
   *
   * @param name of the case
   * @param points of each series
   * @param updateMedian one update with all pixels
   * @param update95 exceeded by one update in twenty
   * @param threadMedian processor time of the JavaFX thread for one frame; a wall takes several
   * @param threadWorst the longest of those
   * @param target the most that {@code updateMedian} may be
   */
  record Case(
      String name,
      int charts,
      int seriesPerChart,
      int points,
      double updateMedian,
      double update95,
      double threadMedian,
      double threadWorst,
      double target) {}

  /**
   * Takes {@code updates} figures for each case, after as many to warm up.
   *
   * @throws IOException with one sentence for the user, where nothing can be drawn
   */
  List<Case> measure(int updates) throws IOException;
}
