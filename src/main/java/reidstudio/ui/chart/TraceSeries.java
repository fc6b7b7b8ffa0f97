package reidstudio.ui.chart;

import java.util.Optional;

/**
 * One series of a chart.
 *
 * @param name shown in the legend and heading its CSV column
 * @param color index into the palette; wraps around
 * @param source its points
 * @param whole what each point is a part of, at the same x: drawn dashed in the same colour, so
 *     that it shows only where the part falls short; empty for a series that stands for itself
 * @param overlaid whether it is one of many, whose bands would hide each other: with smoothing,
 *     only its smooth line is drawn
 */
public record TraceSeries(
    String name, int color, TraceSource source, Optional<TraceSource> whole, boolean overlaid) {
  /** A series that stands for itself. */
  public TraceSeries(String name, int color, TraceSource source) {
    this(name, color, source, Optional.empty());
  }

  /** A series with its band. */
  public TraceSeries(String name, int color, TraceSource source, Optional<TraceSource> whole) {
    this(name, color, source, whole, false);
  }

  /** One of many series. */
  public static TraceSeries overlaid(String name, int color, TraceSource source) {
    return new TraceSeries(name, color, source, Optional.empty(), true);
  }
}
