package reidstudio.ui.chart;

/** What a chart cannot do alone: it needs a file chooser or another place in the window. */
public interface ChartActions {
  /** The user wants the chart as a picture; see {@link TraceChart#writePng}. */
  void savePng(TraceChart chart);

  /** The user wants the points; see {@link TraceChart#csv}. */
  void saveCsv(TraceChart chart);

  /** The user wants the chart alone and large, or back in its place. */
  void maximise(TraceChart chart);
}
