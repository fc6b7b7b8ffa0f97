package reidstudio.ui.chart;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;

/** Turns gestures in pixels of one chart into views of its group. */
final class Navigation {
  /** Below this share of the numbers' size, neighbouring doubles become visible. */
  private static final double SMALLEST_SPAN = 1e-12;

  /** What must stay in sight of the data while panning. */
  private static final double KEPT = 0.1;

  private final ChartGroup group;
  private final int key;
  private final Supplier<PlotFrame> frame;

  Navigation(ChartGroup group, int key, Supplier<PlotFrame> frame) {
    this.group = group;
    this.key = key;
    this.frame = frame;
  }

  /** Scales the x axis around a pixel; zooming out beyond all data follows it again. */
  void zoomX(double pixel, double factor, boolean continuesGesture) {
    Range wanted = group.x().scaledAround(frame.get().x().toValue(pixel), factor);
    if (!isUsable(wanted)) {
      return;
    }
    Optional<Range> data = group.data();
    boolean beyond = factor > 1 && data.isPresent() && wanted.union(data.get()).equals(wanted);
    ChartView view = group.view();
    group.show(
        beyond ? new ChartView(Optional.empty(), view.yByChart()) : view.withX(wanted),
        continuesGesture);
  }

  /** Scales this chart's y axis around a pixel. */
  void zoomY(double pixel, double factor, boolean continuesGesture) {
    AxisMap y = frame.get().y();
    double height = frame.get().height();
    Range wanted = y.between(pixel - pixel * factor, pixel + (height - pixel) * factor);
    if (isUsable(wanted)) {
      group.show(group.view().withY(key, wanted), continuesGesture);
    }
  }

  /** Moves the content by some pixels; vertically only where y does not follow the data. */
  void pan(PlotFrame from, double right, double down, boolean continuesGesture) {
    ChartView view = group.view().withX(inReach(from.x().panned(right)));
    if (view.y(key).isPresent()) {
      view = view.withY(key, from.y().panned(down));
    }
    group.show(view, continuesGesture);
  }

  private Range inReach(Range wanted) {
    if (group.data().isEmpty()) {
      return wanted;
    }
    Range data = group.data().get();
    double margin = wanted.span() * KEPT;
    double over = Math.max(0, wanted.low() + margin - data.high());
    double under = Math.max(0, data.low() - (wanted.high() - margin));
    return wanted.shifted(under - over);
  }

  /** Shows what lies within a rectangle of the plot. */
  void zoomTo(Rectangle2D area) {
    Range x = frame.get().x().between(area.getMinX(), area.getMaxX());
    Range y = frame.get().y().between(area.getMinY(), area.getMaxY());
    if (isUsable(x) && isUsable(y)) {
      group.show(group.view().withX(x).withY(key, y), false);
    }
  }

  private static boolean isUsable(Range range) {
    double size = Math.max(Math.abs(range.low()), Math.abs(range.high()));
    return range.span() > size * SMALLEST_SPAN && range.span() < Double.MAX_VALUE / 4;
  }
}
