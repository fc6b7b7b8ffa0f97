package reidstudio.ui.chart;

/** Converts between values of an axis and pixels; both directions are exact inverses. */
final class AxisMap {
  private final AxisScale scale;
  private final Range range;
  private final double from;
  private final double start;
  private final double pixelsPerUnit;

  /** Maps {@code range.low} to the pixel {@code from} and {@code range.high} to {@code to}. */
  AxisMap(AxisScale scale, Range range, double from, double to) {
    this.scale = scale;
    this.range = range;
    this.from = from;
    this.start = scale.forward(range.low());
    this.pixelsPerUnit = (to - from) / (scale.forward(range.high()) - start);
  }

  Range range() {
    return range;
  }

  AxisScale scale() {
    return scale;
  }

  double toPixel(double value) {
    return from + (scale.forward(value) - start) * pixelsPerUnit;
  }

  double toValue(double pixel) {
    return scale.inverse(start + (pixel - from) / pixelsPerUnit);
  }

  /** The range seen after the content moved by {@code pixels} along the axis. */
  Range panned(double pixels) {
    double moved = pixels / pixelsPerUnit;
    double end = scale.forward(range.high());
    return new Range(scale.inverse(start - moved), scale.inverse(end - moved));
  }

  /** The range between two pixels, in either order. */
  Range between(double pixelA, double pixelB) {
    double a = toValue(pixelA);
    double b = toValue(pixelB);
    return new Range(Math.min(a, b), Math.max(a, b));
  }
}
