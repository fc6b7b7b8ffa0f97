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
 */
public record TraceSeries(String name, int color, TraceSource source, Optional<TraceSource> whole) {
  /** A series that stands for itself. */
  public TraceSeries(String name, int color, TraceSource source) {
    this(name, color, source, Optional.empty());
  }
}
