package reidstudio.ui.chart;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.text.TextAlignment;

/** Draws the tick labels, beside the plot area. */
final class AxisPainter {
  private static final double Y_GAP = 8;
  private static final double X_GAP = 5;
  private static final double BETWEEN = 10;

  private final Pen pen;
  private final ChartPicture picture;
  private final PlotFrame frame;

  AxisPainter(Pen pen, ChartPicture picture) {
    this.pen = pen;
    this.picture = picture;
    this.frame = picture.frame();
  }

  void paint() {
    pen.setFont(picture.measure().font());
    pen.setFill(picture.colors().text());
    paintY();
    paintX();
  }

  private void paintY() {
    pen.setTextAlign(TextAlignment.RIGHT);
    pen.setTextBaseline(VPos.CENTER);
    List<String> labels = PlotLayout.yLabels(frame.yTicks());
    for (int i = 0; i < labels.size(); i++) {
      double y = frame.top() + frame.y().toPixel(frame.yTicks().values().get(i));
      pen.fillText(labels.get(i), frame.left() - Y_GAP, Math.rint(y));
    }
  }

  /** The axis' name takes the right end; labels that would touch it are left out. */
  private void paintX() {
    pen.setTextBaseline(VPos.TOP);
    double y = frame.top() + frame.height() + X_GAP;
    double right = frame.left() + frame.width();
    double room = right + BETWEEN;
    if (!picture.xLabel().isEmpty()) {
      pen.setTextAlign(TextAlignment.RIGHT);
      pen.fillText(picture.xLabel(), right, y);
      room = right - picture.measure().width(picture.xLabel()) - BETWEEN;
    }
    pen.setTextAlign(TextAlignment.CENTER);
    for (double value : frame.xTicks().values()) {
      String label = picture.xUnit().format(value, frame.xTicks().step());
      double x = frame.left() + frame.x().toPixel(value);
      if (x + picture.measure().width(label) / 2 <= room) {
        pen.fillText(label, x, y);
      }
    }
  }
}
