package reidstudio.ui.chart;

import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * What charts are drawn with, on the screen or into a file: a part of what a {@code
 * GraphicsContext} can do, under its names. Lines end and join round.
 */
interface Pen {
  void setStroke(Color color);

  void setFill(Color color);

  void setGlobalAlpha(double alpha);

  void setLineWidth(double width);

  void setLineDashes(double... dashes);

  void setFont(Font font);

  void setTextAlign(TextAlignment align);

  void setTextBaseline(VPos baseline);

  void strokeLine(double x1, double y1, double x2, double y2);

  void strokePolyline(double[] xs, double[] ys, int count);

  void fillPolygon(double[] xs, double[] ys, int count);

  void fillRect(double x, double y, double width, double height);

  void fillOval(double x, double y, double width, double height);

  void fillText(String text, double x, double y);

  /** Makes (x, y) the origin until {@link #back}. */
  void move(double x, double y);

  /** Back to the origin and the colours before {@link #move}. */
  void back();
}
