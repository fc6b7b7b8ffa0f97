package reidstudio.ui.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws on a canvas. */
final class CanvasPen implements Pen {
  private final GraphicsContext gc;

  /** Begins with a clean {@code canvas}. */
  CanvasPen(Canvas canvas) {
    gc = canvas.getGraphicsContext2D();
    wipe(canvas);
    gc.setLineJoin(StrokeLineJoin.ROUND);
    gc.setLineCap(StrokeLineCap.ROUND);
  }

  /**
   * Empties {@code canvas}, beyond its edges: at a scale of 150 % its last row of pixels may lie
   * half outside, and what is cleared by halves shines through for some frames.
   */
  static void wipe(Canvas canvas) {
    canvas.getGraphicsContext2D().clearRect(-1, -1, canvas.getWidth() + 2, canvas.getHeight() + 2);
  }

  @Override
  public void setStroke(Color color) {
    gc.setStroke(color);
  }

  @Override
  public void setFill(Color color) {
    gc.setFill(color);
  }

  @Override
  public void setGlobalAlpha(double alpha) {
    gc.setGlobalAlpha(alpha);
  }

  @Override
  public void setLineWidth(double width) {
    gc.setLineWidth(width);
  }

  @Override
  public void setLineDashes(double... dashes) {
    gc.setLineDashes(dashes);
  }

  @Override
  public void setFont(Font font) {
    gc.setFont(font);
  }

  @Override
  public void setTextAlign(TextAlignment align) {
    gc.setTextAlign(align);
  }

  @Override
  public void setTextBaseline(VPos baseline) {
    gc.setTextBaseline(baseline);
  }

  @Override
  public void strokeLine(double x1, double y1, double x2, double y2) {
    gc.strokeLine(x1, y1, x2, y2);
  }

  @Override
  public void strokePolyline(double[] xs, double[] ys, int count) {
    gc.strokePolyline(xs, ys, count);
  }

  @Override
  public void fillPolygon(double[] xs, double[] ys, int count) {
    gc.fillPolygon(xs, ys, count);
  }

  @Override
  public void fillRect(double x, double y, double width, double height) {
    gc.fillRect(x, y, width, height);
  }

  @Override
  public void fillOval(double x, double y, double width, double height) {
    gc.fillOval(x, y, width, height);
  }

  @Override
  public void fillText(String text, double x, double y) {
    gc.fillText(text, x, y);
  }

  @Override
  public void move(double x, double y) {
    gc.save();
    gc.translate(x, y);
  }

  @Override
  public void back() {
    gc.restore();
  }
}
