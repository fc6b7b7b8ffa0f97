package reidstudio.ui.chart;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws the tick labels, beside the plot area. */
final class AxisPainter {
  private static final double Y_GAP = 8;
  private static final double X_GAP = 5;
  private static final double BETWEEN = 10;

  private final GraphicsContext gc;
  private final ChartPicture picture;
  private final PlotFrame frame;

  AxisPainter(GraphicsContext gc, ChartPicture picture) {
    this.gc = gc;
    this.picture = picture;
    this.frame = picture.frame();
  }

  void paint() {
    gc.clearRect(0, 0, gc.getCanvas().getWidth(), gc.getCanvas().getHeight());
    gc.setFont(picture.measure().font());
    gc.setFill(picture.colors().text());
    paintY();
    paintX();
  }

  private void paintY() {
    gc.setTextAlign(TextAlignment.RIGHT);
    gc.setTextBaseline(VPos.CENTER);
    List<String> labels = PlotLayout.yLabels(frame.yTicks());
    for (int i = 0; i < labels.size(); i++) {
      double y = frame.top() + frame.y().toPixel(frame.yTicks().values().get(i));
      gc.fillText(labels.get(i), frame.left() - Y_GAP, Math.rint(y));
    }
  }

  /** The axis' name takes the right end; labels that would touch it are left out. */
  private void paintX() {
    gc.setTextBaseline(VPos.TOP);
    double y = frame.top() + frame.height() + X_GAP;
    double right = frame.left() + frame.width();
    double room = right + BETWEEN;
    if (!picture.xLabel().isEmpty()) {
      gc.setTextAlign(TextAlignment.RIGHT);
      gc.fillText(picture.xLabel(), right, y);
      room = right - picture.measure().width(picture.xLabel()) - BETWEEN;
    }
    gc.setTextAlign(TextAlignment.CENTER);
    for (double value : frame.xTicks().values()) {
      String label = picture.xUnit().format(value, frame.xTicks().step());
      double x = frame.left() + frame.x().toPixel(value);
      if (x + picture.measure().width(label) / 2 <= room) {
        gc.fillText(label, x, y);
      }
    }
  }
}
