package reidstudio.ui.chart;

import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * A chart as a vector picture: what is on the screen, in colours for white paper whatever the theme
 * is.
 */
final class SvgChart {
  /** Dark on white; the same in every theme. */
  static final ChartColors PAPER =
      new ChartColors(
          Color.WHITE,
          Color.web("#424a53"),
          Color.web("#d0d7de"),
          Color.web("#1a7f37"),
          Color.web("#9a6700"),
          Color.web("#cf222e"));

  private static final double MARGIN = 12;
  private static final double LINE = 20;
  private static final double GAP = 16;
  private static final double SWATCH = 12;

  private final String title;
  private final String unit;
  private final String points;
  private final ChartPicture picture;
  private final double width;
  private final double height;

  /**
   * A chart whose plot with its axes is {@code width} by {@code height}.
   *
   * @param points how many stand behind it, in words
   * @param picture in {@link #PAPER} colours, with one pixel for each unit of length
   */
  SvgChart(
      String title, String unit, String points, ChartPicture picture, double width, double height) {
    this.title = title;
    this.unit = unit;
    this.points = points;
    this.picture = picture;
    this.width = width;
    this.height = height;
  }

  @Override
  public String toString() {
    SvgText out = new SvgText();
    String size = SvgText.numbers(0, 0, width + 2 * MARGIN, height + 2 * LINE + 2 * MARGIN);
    out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg");
    out.attribute("xmlns", "http://www.w3.org/2000/svg").attribute("viewBox", size);
    out.attribute("font-family", picture.measure().font().getFamily() + ", sans-serif").raw(">\n");
    out.raw("<title>" + SvgText.escaped(title) + "</title>\n");
    out.raw("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    PlotFrame frame = picture.frame();
    SvgPen pen = new SvgPen(out, frame.deviceWidth(), frame.deviceHeight());
    pen.move(MARGIN, MARGIN);
    paintHeader(pen);
    pen.back();
    pen.move(MARGIN, MARGIN + 2 * LINE);
    paintPlot(out, pen);
    pen.back();
    out.close("svg");
    return out.toString();
  }

  private void paintHeader(SvgPen pen) {
    TextMeasure measure = picture.measure();
    pen.setFont(measure.font());
    pen.setTextAlign(TextAlignment.LEFT);
    pen.setTextBaseline(VPos.TOP);
    pen.setFill(picture.colors().text());
    String head = unit.isEmpty() ? title : title + " (" + unit + ")";
    pen.fillText(head, 0, 0);
    if (measure.width(head) + GAP + measure.width(points) <= width) {
      pen.setTextAlign(TextAlignment.RIGHT);
      pen.fillText(points, width, 0);
      pen.setTextAlign(TextAlignment.LEFT);
    }
    double x = 0;
    for (SeriesTrace trace : picture.traces()) {
      pen.setFill(trace.color());
      pen.fillRect(x, LINE + 5, SWATCH, 4);
      pen.setFill(picture.colors().text());
      pen.fillText(trace.name(), x + SWATCH + 6, LINE);
      x += SWATCH + 6 + measure.width(trace.name()) + GAP;
    }
  }

  private void paintPlot(SvgText out, SvgPen pen) {
    PlotFrame frame = picture.frame();
    PlotPainter painter = new PlotPainter(picture);
    painter.paintAround(pen);
    double bleed = PlotPainter.BLEED;
    out.raw("<clipPath id=\"plot\">");
    out.begin("rect").attribute("x", -bleed).attribute("y", -bleed);
    out.attribute("width", frame.width() + 2 * bleed);
    out.attribute("height", frame.height() + 2 * bleed).end();
    out.raw("</clipPath>\n");
    pen.move(frame.left(), frame.top());
    out.open("g", "clip-path", "url(#plot)");
    painter.paintPixels(pen);
    painter.paintPlot(pen);
    out.close("g");
    pen.back();
  }
}
