package reidstudio.ui.chart;

/**
 * The geometry of one frame. Pixels are device-independent and relative to the plot area, whose
 * upper left corner lies at ({@code left}, {@code top}).
 *
 * @param scale device pixels per device-independent pixel
 */
record PlotFrame(
    double left,
    double top,
    double width,
    double height,
    double scale,
    AxisMap x,
    AxisMap y,
    Ticks xTicks,
    Ticks yTicks) {

  int deviceWidth() {
    return Math.max(1, (int) Math.round(width * scale));
  }

  int deviceHeight() {
    return Math.max(1, (int) Math.round(height * scale));
  }

  /** {@code pixel} moved to the middle of a device pixel, where a hairline is sharp. */
  double crisp(double pixel) {
    return (Math.floor(pixel * scale) + 0.5) / scale;
  }

  boolean containsX(double pixel) {
    return pixel >= 0 && pixel <= width;
  }
}
