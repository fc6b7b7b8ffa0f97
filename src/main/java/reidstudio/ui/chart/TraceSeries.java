package reidstudio.ui.chart;

/**
 * One series of a chart.
 *
 * @param name shown in the legend and heading its CSV column
 * @param color index into the palette; wraps around
 * @param source its points
 */
public record TraceSeries(String name, int color, TraceSource source) {}
