package reidstudio.ui.chart;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** What follows the mouse, as nodes above the drawing: moving them redraws no chart. */
final class CursorLayer extends Pane {
  private static final double RADIUS = 3.5;
  private static final double TIP_OFFSET = 10;

  private final Line line = new Line();
  private final Label tag = new Label();
  private final Label tip = new Label();
  private final Rectangle selection = new Rectangle();
  private final Pane dots = new Pane();

  CursorLayer() {
    setManaged(false);
    setMouseTransparent(true);
    line.getStyleClass().add("trace-cursor");
    tag.getStyleClass().add("trace-cursor-tag");
    tip.getStyleClass().add("trace-mark-tip");
    selection.getStyleClass().add("trace-selection");
    tip.setWrapText(true);
    hideSelection();
    hideTip();
    hideCursor();
    getChildren().addAll(selection, line, dots, tag, tip);
  }

  void hideCursor() {
    line.setVisible(false);
    tag.setVisible(false);
    dots.getChildren().clear();
  }

  /** Shows the cursor at {@code x} of the plot, and a dot on each point read. */
  void showCursor(ChartPicture picture, double x, List<SeriesTrace> traces) {
    PlotFrame frame = picture.frame();
    double at = frame.x().toPixel(x);
    if (!frame.containsX(at)) {
      hideCursor();
      return;
    }
    line.setStartX(frame.crisp(at));
    line.setEndX(frame.crisp(at));
    line.setEndY(frame.height());
    line.setVisible(true);
    tag.setText(picture.xUnit().place(x));
    tag.setVisible(true);
    tag.autosize();
    double left = at - tag.getWidth() / 2;
    tag.relocate(
        Math.rint(Math.max(0, Math.min(frame.width() - tag.getWidth(), left))), frame.height() + 2);
    showDots(picture, x, traces);
  }

  private void showDots(ChartPicture picture, double x, List<SeriesTrace> traces) {
    dots.getChildren().clear();
    for (SeriesTrace trace : traces) {
      trace.reading(x).ifPresent(reading -> addDot(picture, trace, reading));
    }
  }

  private void addDot(ChartPicture picture, SeriesTrace trace, Reading reading) {
    PlotFrame frame = picture.frame();
    double x = frame.x().toPixel(reading.x());
    double y = frame.y().toPixel(reading.value());
    if (frame.containsX(x) && y >= 0 && y <= frame.height()) {
      Circle dot = new Circle(x, y, RADIUS, trace.color());
      dot.setStroke(picture.colors().background());
      dot.setStrokeWidth(1.5);
      dots.getChildren().add(dot);
    }
  }

  void showSelection(Rectangle2D area) {
    selection.setX(area.getMinX());
    selection.setY(area.getMinY());
    selection.setWidth(area.getWidth());
    selection.setHeight(area.getHeight());
    selection.setVisible(true);
  }

  void hideSelection() {
    selection.setVisible(false);
  }

  /** Tells {@code text} beside a pixel, on the side that has room. */
  void showTip(PlotFrame frame, double x, double y, String text) {
    tip.setText(text);
    // half, so that it always fits on one side of the mouse
    tip.setMaxWidth(Math.max(80, frame.width() / 2 - TIP_OFFSET));
    tip.setVisible(true);
    tip.autosize();
    double right = x + TIP_OFFSET;
    boolean fits = right + tip.getWidth() <= frame.width();
    double below = Math.min(y + TIP_OFFSET * 2, frame.height() - tip.getHeight());
    tip.relocate(fits ? right : Math.max(0, x - TIP_OFFSET - tip.getWidth()), Math.max(0, below));
  }

  void hideTip() {
    tip.setVisible(false);
  }
}
