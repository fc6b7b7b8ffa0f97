package reidstudio.store;

/** Takes points of a line, from left to right. */
@FunctionalInterface
public interface PointSink {
  /** One point; {@code y} may be NaN. */
  void point(double x, double y);
}
