package reidstudio.ui.chart;

import java.util.List;

/** Divides a pane into axes and plot area, wide enough for the tick labels it chooses. */
final class PlotLayout {
  private static final double MIN_LEFT = 40;
  private static final double LABEL_GAP = 8;
  private static final double TOP = 6;
  private static final double RIGHT = 12;
  private static final double BOTTOM = 20;
  private static final double X_TICK_EVERY = 70;
  private static final double Y_TICK_EVERY = 30;

  private PlotLayout() {}

  static PlotFrame of(
      double paneWidth, double paneHeight, double scale, Axes axes, TextMeasure measure) {
    double height = Math.max(1, Math.floor(paneHeight - TOP - BOTTOM));
    int atMost = (int) Math.max(2, height / Y_TICK_EVERY);
    Ticks yTicks =
        axes.yScale() == AxisScale.LOG
            ? NiceTicks.log(axes.y(), atMost)
            : NiceTicks.linear(axes.y(), atMost);
    double left = left(yTicks, measure);
    double right = Math.max(RIGHT, axes.gutter());
    double width = Math.max(1, Math.floor(paneWidth - left - right));
    Ticks xTicks = axes.xUnit().ticks(axes.x(), (int) Math.max(2, width / X_TICK_EVERY));
    return new PlotFrame(
        left,
        TOP,
        width,
        height,
        scale,
        new AxisMap(AxisScale.LINEAR, axes.x(), 0, width),
        new AxisMap(axes.yScale(), axes.y(), height, 0),
        xTicks,
        yTicks);
  }

  /** In steps, so that the plot does not twitch with every digit. */
  private static double left(Ticks ticks, TextMeasure measure) {
    double widest = 0;
    for (String label : yLabels(ticks)) {
      widest = Math.max(widest, measure.width(label));
    }
    return Math.max(MIN_LEFT, Math.ceil((widest + LABEL_GAP) / 8) * 8);
  }

  static List<String> yLabels(Ticks ticks) {
    return ticks.values().stream().map(value -> TidyNumber.tick(value, ticks.step())).toList();
  }

  /**
   * What both axes show.
   *
   * @param gutter room for labels on the right, 0 for none
   */
  record Axes(Range x, AxisUnit xUnit, Range y, AxisScale yScale, double gutter) {}
}
