package reidstudio.ui.chart;

/**
 * Paints raw points as a band: each pixel column is filled from its smallest to its largest value,
 * so that however many points a column holds, no spike is lost. Neighbouring columns meet where the
 * straight line between their points crosses the border between them.
 */
final class BandPainter {
  /** Height, in device-independent pixels, of the marks for values outside the axis. */
  private static final double EDGE_MARK = 5;

  /** Their width; a single column would be overlooked. */
  private static final double EDGE_WIDTH = 3;

  /** Height and width of the marks for values that are not finite. */
  static final double FAULT_HEIGHT = 8;

  private static final double FAULT_WIDTH = 3;

  private final Surface surface;
  private final AxisMap x;
  private final AxisMap y;
  private final double scale;

  /** Paints through {@code x} and {@code y}, whose pixels are {@code scale} raster pixels each. */
  BandPainter(Surface surface, AxisMap x, AxisMap y, double scale) {
    this.surface = surface;
    this.x = x;
    this.y = y;
    this.scale = scale;
  }

  void paint(TraceSnapshot points, Columns columns, Ink ink) {
    int solid = ink.premultiplied(1);
    double left = border(points, columns, 0);
    for (int c = 0; c < columns.count(); c++) {
      double right = border(points, columns, c + 1);
      double top = Double.POSITIVE_INFINITY;
      double bottom = Double.NEGATIVE_INFINITY;
      if (columns.min(c) <= columns.max(c)) {
        top = row(columns.max(c));
        bottom = row(columns.min(c));
      }
      if (!Double.isNaN(left)) {
        top = Math.min(top, left);
        bottom = Math.max(bottom, left);
      }
      if (!Double.isNaN(right)) {
        top = Math.min(top, right);
        bottom = Math.max(bottom, right);
      }
      // A flat stretch is still a line: at least one device-independent pixel high.
      double lacking = Math.max(0, scale - (bottom - top)) / 2;
      surface.span(c, top - lacking, bottom + lacking, ink, solid);
      left = right;
    }
  }

  /** Where the line between the points on both sides of a column border crosses it; else NaN. */
  private double border(TraceSnapshot points, Columns columns, int column) {
    int after = columns.first(column);
    if (after == 0 || after == points.size()) {
      return Double.NaN;
    }
    double yBefore = points.y(after - 1);
    double yAfter = points.y(after);
    if (!Double.isFinite(yBefore) || !Double.isFinite(yAfter)) {
      return Double.NaN;
    }
    double before = x.toPixel(points.x(after - 1)) * scale;
    double span = x.toPixel(points.x(after)) * scale - before;
    double share = span > 0 ? Math.min(1, Math.max(0, (column - before) / span)) : 0;
    return row(yBefore) + share * (row(yAfter) - row(yBefore));
  }

  private double row(double value) {
    double pixel = y.toPixel(value) * scale;
    return Math.max(-surface.height(), Math.min(2.0 * surface.height(), pixel));
  }

  /** Marks columns that reach beyond the axis, at the edge they leave through. */
  void paintClipped(Columns columns, Ink ink) {
    int size = (int) Math.round(EDGE_MARK * scale);
    int width = (int) Math.round(EDGE_WIDTH * scale);
    for (int c = 0; c < columns.count(); c++) {
      if (columns.max(c) > y.range().high()) {
        surface.fill(c - width / 2, 0, width, size, ink);
      }
      if (columns.min(c) < y.range().low()) {
        surface.fill(c - width / 2, surface.height() - size, width, size, ink);
      }
    }
  }

  /** Marks columns with NaN or infinite values, on the top edge. */
  void paintNonFinite(Columns columns, Ink ink) {
    int size = (int) Math.round(FAULT_WIDTH * scale);
    for (int c = 0; c < columns.count(); c++) {
      if (columns.nonFinite(c) > 0) {
        surface.fill(c - size / 2, 0, size, (int) Math.round(FAULT_HEIGHT * scale), ink);
      }
    }
  }
}
