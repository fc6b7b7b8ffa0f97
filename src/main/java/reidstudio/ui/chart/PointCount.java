package reidstudio.ui.chart;

/**
 * How many points stand behind what a chart draws.
 *
 * @param visible those in the visible range of x
 * @param total all
 * @param drawing what is seen of them
 */
public record PointCount(long visible, long total, Drawing drawing) {
  /** A chart without a point. */
  static final PointCount NONE = new PointCount(0, 0, Drawing.EACH);

  /** Without what is seen of them. */
  PointCount plain() {
    return new PointCount(visible, total, Drawing.EACH);
  }

  /** What is seen of the points. */
  public enum Drawing {
    /** Every single one. */
    EACH,
    /** The smallest and the largest value of each pixel column. */
    COLUMNS,
    /** A smooth line over all of them. */
    SMOOTHED
  }
}
