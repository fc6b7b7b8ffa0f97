package reidstudio.ui.chart;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws into the text of a vector picture (SVG 1.1); texts stay texts. */
final class SvgPen implements Pen, Surface {
  private final SvgText out;
  private final int width;
  private final int height;
  private final Deque<Style> kept = new ArrayDeque<>();
  private Style style = new Style();

  /** Appends to {@code out}; as a surface it has {@code width} by {@code height} pixels. */
  SvgPen(SvgText out, int width, int height) {
    this.out = out;
    this.width = width;
    this.height = height;
  }

  private static final class Style {
    Color stroke = Color.BLACK;
    Color fill = Color.BLACK;
    double alpha = 1;
    double lineWidth = 1;
    double[] dashes = new double[0];
    Font font = Font.getDefault();
    TextAlignment align = TextAlignment.LEFT;
    VPos baseline = VPos.BASELINE;

    Style copy() {
      Style copy = new Style();
      copy.stroke = stroke;
      copy.fill = fill;
      copy.alpha = alpha;
      copy.lineWidth = lineWidth;
      copy.dashes = dashes;
      copy.font = font;
      copy.align = align;
      copy.baseline = baseline;
      return copy;
    }
  }

  @Override
  public void setStroke(Color color) {
    style.stroke = color;
  }

  @Override
  public void setFill(Color color) {
    style.fill = color;
  }

  @Override
  public void setGlobalAlpha(double alpha) {
    style.alpha = alpha;
  }

  @Override
  public void setLineWidth(double lineWidth) {
    style.lineWidth = lineWidth;
  }

  @Override
  public void setLineDashes(double... dashes) {
    style.dashes = dashes.clone();
  }

  @Override
  public void setFont(Font font) {
    style.font = font;
  }

  @Override
  public void setTextAlign(TextAlignment align) {
    style.align = align;
  }

  @Override
  public void setTextBaseline(VPos baseline) {
    style.baseline = baseline;
  }

  @Override
  public void strokeLine(double x1, double y1, double x2, double y2) {
    strokePolyline(new double[] {x1, x2}, new double[] {y1, y2}, 2);
  }

  @Override
  public void strokePolyline(double[] xs, double[] ys, int count) {
    if (count > 0) {
      out.begin("path").attribute("fill", "none").color("stroke", style.stroke, style.alpha);
      out.attribute("stroke-width", style.lineWidth);
      out.attribute("stroke-linejoin", "round").attribute("stroke-linecap", "round");
      if (style.dashes.length > 0) {
        out.attribute("stroke-dasharray", SvgText.numbers(style.dashes));
      }
      out.attribute("d", path(xs, ys, count)).end();
    }
  }

  @Override
  public void fillPolygon(double[] xs, double[] ys, int count) {
    if (count > 0) {
      out.begin("path").color("fill", style.fill, style.alpha);
      out.attribute("d", path(xs, ys, count) + "Z").end();
    }
  }

  private static String path(double[] xs, double[] ys, int count) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < count; i++) {
      path.append(i == 0 ? 'M' : 'L').append(SvgText.numbers(xs[i], ys[i]));
    }
    return path.toString();
  }

  @Override
  public void fillRect(double x, double y, double rectWidth, double rectHeight) {
    out.begin("rect").attribute("x", x).attribute("y", y).attribute("width", rectWidth);
    out.attribute("height", rectHeight).color("fill", style.fill, style.alpha).end();
  }

  @Override
  public void fillOval(double x, double y, double ovalWidth, double ovalHeight) {
    out.begin("ellipse").attribute("cx", x + ovalWidth / 2).attribute("cy", y + ovalHeight / 2);
    out.attribute("rx", ovalWidth / 2).attribute("ry", ovalHeight / 2);
    out.color("fill", style.fill, style.alpha).end();
  }

  /** Programs disagree about named baselines, so the place is computed from the size. */
  @Override
  public void fillText(String text, double x, double y) {
    double size = style.font.getSize();
    double down =
        switch (style.baseline) {
          case TOP -> 0.95 * size;
          case CENTER -> 0.35 * size;
          default -> 0;
        };
    String anchor =
        switch (style.align) {
          case RIGHT -> "end";
          case CENTER -> "middle";
          default -> "start";
        };
    out.begin("text").attribute("x", x).attribute("y", y + down).attribute("font-size", size);
    out.attribute("text-anchor", anchor).color("fill", style.fill, style.alpha).end(text);
  }

  @Override
  public void move(double x, double y) {
    kept.push(style.copy());
    out.open("g", "transform", "translate(" + SvgText.numbers(x, y) + ")");
  }

  @Override
  public void back() {
    style = kept.pop();
    out.close("g");
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public void fill(int x, int y, int rectWidth, int rectHeight, Ink ink) {
    rectangle(x, y, rectWidth, rectHeight, ink);
  }

  @Override
  public void span(int column, double top, double bottom, Ink ink, int solid) {
    double from = Math.max(0, top);
    double to = Math.min(height, bottom);
    if (from < to) {
      rectangle(column, from, 1, to - from, ink);
    }
  }

  private void rectangle(double x, double y, double rectWidth, double rectHeight, Ink ink) {
    Color color = Color.color(ink.red(), ink.green(), ink.blue(), ink.opacity());
    out.begin("rect").attribute("x", x).attribute("y", y).attribute("width", rectWidth);
    // without it, columns side by side show the background through the seams
    out.attribute("height", rectHeight).attribute("shape-rendering", "crispEdges");
    out.color("fill", color, 1).end();
  }
}
