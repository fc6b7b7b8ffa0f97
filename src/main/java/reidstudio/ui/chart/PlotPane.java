package reidstudio.ui.chart;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/**
 * The drawing of one chart, in layers from back to front: tick labels; grid and raw bands as
 * pixels; lines, references and marks on a canvas; cursor nodes.
 */
final class PlotPane extends Region {
  private static final double BAND_OPACITY = 0.26;
  private static final double UNSMOOTHED_OPACITY = 0.6;

  // Room for the round end of a line or half a dot on the border of the plot.
  private static final double BLEED = 3;

  private final Canvas axes = new Canvas();
  private final PixelLayer pixels = new PixelLayer();
  private final Canvas plot = new Canvas();
  private final CursorLayer cursor = new CursorLayer();
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
    getChildren().addAll(fontProbe, axes, pixels, plot, cursor, empty);
  }

  Label empty() {
    return empty;
  }

  CursorLayer cursor() {
    return cursor;
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
    empty.setVisible(!visible);
  }

  void draw(ChartPicture picture) {
    setLayersVisible(true);
    PlotFrame frame = picture.frame();
    resize(axes, getWidth(), getHeight());
    resize(plot, frame.width() + 2 * BLEED, frame.height() + 2 * BLEED);
    plot.relocate(frame.left() - BLEED, frame.top() - BLEED);
    cursor.resizeRelocate(frame.left(), frame.top(), frame.width(), frame.height());
    new AxisPainter(axes.getGraphicsContext2D(), picture).paint();
    drawPixels(picture);
    drawPlot(picture);
  }

  private static void resize(Canvas canvas, double width, double height) {
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
    }
  }

  private void drawPixels(ChartPicture picture) {
    PlotFrame frame = picture.frame();
    Raster raster = pixels.begin(frame.deviceWidth(), frame.deviceHeight());
    GridPainter.paint(raster, frame, picture.colors().grid());
    BandPainter band = new BandPainter(raster, frame.x(), frame.y(), frame.scale());
    double opacity = picture.smoothed() ? BAND_OPACITY : UNSMOOTHED_OPACITY;
    for (SeriesTrace trace : picture.traces()) {
      boolean lineOnly = picture.smoothed() && trace.isOverlaid();
      if (!lineOnly && !LinePainter.isSparse(trace, frame)) {
        band.paint(trace.points(), trace.columns(), Ink.of(trace.color(), opacity));
      }
    }
    Color fault = picture.colors().danger();
    for (SeriesTrace trace : picture.traces()) {
      band.paintClipped(trace.columns(), Ink.of(trace.color(), 1));
      band.paintNonFinite(trace.columns(), Ink.of(fault, 1));
    }
    pixels.show(frame);
  }

  private void drawPlot(ChartPicture picture) {
    PlotFrame frame = picture.frame();
    GraphicsContext gc = plot.getGraphicsContext2D();
    gc.clearRect(0, 0, plot.getWidth(), plot.getHeight());
    gc.save();
    gc.translate(BLEED, BLEED);
    ReferencePainter references = new ReferencePainter(gc, picture);
    SpanPainter spans = new SpanPainter(gc, picture);
    spans.paintShades();
    references.paintShapes();
    new MarkPainter(gc, picture).paint();
    LinePainter lines = new LinePainter(gc, frame);
    picture.traces().forEach(lines::paintWhole);
    for (SeriesTrace trace : picture.traces()) {
      if (LinePainter.isSparse(trace, frame)) {
        lines.paintRaw(trace, picture.smoothed());
      }
      if (picture.smoothed() || lines.isQuiet(trace)) {
        lines.paintSmoothed(trace);
      }
    }
    gc.restore();
    spans.paintBars(axes.getGraphicsContext2D());
    references.paintLabels(axes.getGraphicsContext2D());
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
