package reidstudio.ui.chart;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * The drawing of one chart, in layers from back to front: tick labels; grid and raw bands as
 * pixels; lines, references and marks on a canvas; cursor nodes.
 */
final class PlotPane extends Region {
  private final Canvas axes = new Canvas();
  private final PixelLayer pixels = new PixelLayer();
  private final Canvas plot = new Canvas();
  private final CursorLayer cursor = new CursorLayer();
  private final PinLayer pin = new PinLayer();
  private final Label empty = new Label();
  // Lends its font, which follows the style sheet, to what is drawn on a canvas.
  private final Text fontProbe = new Text();

  PlotPane() {
    getStyleClass().add("trace-plot");
    fontProbe.getStyleClass().add("trace-tick");
    fontProbe.setManaged(false);
    empty.getStyleClass().add("trace-empty");
    empty.setWrapText(true);
    empty.setMouseTransparent(true);
    axes.setManaged(false);
    plot.setManaged(false);
    plot.setMouseTransparent(true);
    getChildren().addAll(fontProbe, axes, pixels, plot, cursor, pin, empty);
  }

  Label empty() {
    return empty;
  }

  CursorLayer cursor() {
    return cursor;
  }

  PinLayer pin() {
    return pin;
  }

  TextMeasure measure() {
    return new TextMeasure(fontProbe.getFont());
  }

  /** Shows nothing but the sentence that says why. */
  void drawEmpty() {
    setLayersVisible(false);
  }

  private void setLayersVisible(boolean visible) {
    axes.setVisible(visible);
    pixels.setVisible(visible);
    plot.setVisible(visible);
    cursor.setVisible(visible);
    if (!visible) {
      pin.setVisible(false);
    }
    empty.setVisible(!visible);
  }

  void draw(ChartPicture picture) {
    setLayersVisible(true);
    PlotFrame frame = picture.frame();
    resize(axes, getWidth(), getHeight());
    resize(plot, frame.width() + 2 * PlotPainter.BLEED, frame.height() + 2 * PlotPainter.BLEED);
    plot.relocate(frame.left() - PlotPainter.BLEED, frame.top() - PlotPainter.BLEED);
    cursor.resizeRelocate(frame.left(), frame.top(), frame.width(), frame.height());
    pin.resizeRelocate(frame.left(), frame.top(), frame.width(), frame.height());
    PlotPainter painter = new PlotPainter(picture);
    painter.paintAround(new CanvasPen(axes));
    painter.paintPixels(pixels.begin(frame.deviceWidth(), frame.deviceHeight()));
    pixels.show(frame);
    Pen pen = new CanvasPen(plot);
    pen.move(PlotPainter.BLEED, PlotPainter.BLEED);
    painter.paintPlot(pen);
    pen.back();
  }

  private static void resize(Canvas canvas, double width, double height) {
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
    }
  }

  void drawCursor(ChartPicture picture, double x, List<SeriesTrace> traces) {
    if (Double.isNaN(x)) {
      cursor.hideCursor();
    } else {
      cursor.showCursor(picture, x, traces);
    }
  }

  @Override
  protected void layoutChildren() {
    empty.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  protected double computeMinHeight(double width) {
    return 60;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 180;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 320;
  }
}
