package reidstudio.ui.chart;

import javafx.scene.paint.Color;

/** Draws a {@link ChartPicture}, layer by layer from back to front. */
final class PlotPainter {
  /** Room around the plot for the round end of a line or half a dot on its border. */
  static final double BLEED = 3;

  private static final double BAND_OPACITY = 0.26;
  private static final double UNSMOOTHED_OPACITY = 0.6;

  private final ChartPicture picture;
  private final PlotFrame frame;

  PlotPainter(ChartPicture picture) {
    this.picture = picture;
    this.frame = picture.frame();
  }

  /** Tick labels, bars of spans and labels of references, all beside the plot. */
  void paintAround(Pen pen) {
    new AxisPainter(pen, picture).paint();
    new SpanPainter(pen, picture).paintBars();
    new ReferencePainter(pen, picture).paintLabels();
  }

  /** Grid and raw bands. */
  void paintPixels(Surface surface) {
    GridPainter.paint(surface, frame, picture.colors().grid());
    BandPainter band = new BandPainter(surface, frame.x(), frame.y(), frame.scale());
    double opacity = picture.smoothed() ? BAND_OPACITY : UNSMOOTHED_OPACITY;
    for (SeriesTrace trace : picture.traces()) {
      // bands of many runs would hide each other
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
  }

  /** References, marks and lines. */
  void paintPlot(Pen pen) {
    new SpanPainter(pen, picture).paintShades();
    new ReferencePainter(pen, picture).paintShapes();
    new MarkPainter(pen, picture).paint();
    LinePainter lines = new LinePainter(pen, frame);
    picture.traces().forEach(lines::paintWhole);
    for (SeriesTrace trace : picture.traces()) {
      if (LinePainter.isSparse(trace, frame)) {
        lines.paintRaw(trace, picture.smoothed());
      }
      if (picture.smoothed() || lines.isQuiet(trace)) {
        lines.paintSmoothed(trace);
      }
    }
  }
}
