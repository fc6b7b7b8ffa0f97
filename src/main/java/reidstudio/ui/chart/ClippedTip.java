package reidstudio.ui.chart;

import java.util.Optional;

/**
 * Tells which points lie beyond the y axis under the mouse, which is at the edge that marks them.
 */
final class ClippedTip {
  private static final double REACH = 8;
  private static final int COLUMNS = 3;
  private static final int DIGITS = 6;

  private ClippedTip() {}

  /** The text for a pixel of the plot, if an edge mark lies under it. */
  static Optional<String> at(ChartPicture picture, ChartTexts texts, double x, double y) {
    PlotFrame frame = picture.frame();
    boolean above = y <= REACH;
    if (!above && y < frame.height() - REACH) {
      return Optional.empty();
    }
    for (SeriesTrace trace : picture.traces()) {
      int index = farthest(trace, frame, (int) (x * frame.scale()), above);
      if (index >= 0) {
        return Optional.of(
            texts.clipped(
                trace.name(),
                TidyNumber.value(trace.points().y(index), DIGITS),
                picture.xUnit().place(trace.points().x(index)),
                above));
      }
    }
    return Optional.empty();
  }

  /** The point near {@code column} that lies farthest beyond the axis; -1 for none. */
  private static int farthest(SeriesTrace trace, PlotFrame frame, int column, boolean above) {
    Columns columns = trace.columns();
    double limit = above ? frame.y().range().high() : -frame.y().range().low();
    int from = columns.first(Math.max(0, Math.min(columns.count(), column - COLUMNS)));
    int to = columns.first(Math.max(0, Math.min(columns.count(), column + COLUMNS + 1)));
    int found = -1;
    for (int i = from; i < to; i++) {
      double y = above ? trace.points().y(i) : -trace.points().y(i);
      if (Double.isFinite(y) && y > limit) {
        limit = y;
        found = i;
      }
    }
    return found;
  }
}
