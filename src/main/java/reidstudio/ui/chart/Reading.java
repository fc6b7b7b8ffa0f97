package reidstudio.ui.chart;

/**
 * One series at one point.
 *
 * @param series name of the series
 * @param x where the point lies
 * @param value its exact value; may be non-finite
 * @param whole what the value is a part of; NaN if it stands for itself
 * @param smoothed the smoothed value there; equals {@code value} without smoothing, NaN before the
 *     first finite point
 */
public record Reading(String series, double x, double value, double whole, double smoothed) {
  /** A value that stands for itself. */
  public Reading(String series, double x, double value, double smoothed) {
    this(series, x, value, Double.NaN, smoothed);
  }
}
