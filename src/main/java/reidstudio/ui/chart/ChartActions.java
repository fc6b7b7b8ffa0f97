package reidstudio.ui.chart;

/** What a chart cannot do alone: it needs a file chooser or another place in the window. */
public interface ChartActions {
  /** The user wants the chart as a picture; see {@link TraceChart#png}. */
  void savePng(TraceChart chart);

  /** The user wants the chart as a vector picture; see {@link TraceChart#svg}. */
  default void saveSvg(TraceChart chart) {}

  /** The user wants the points; see {@link TraceChart#csv}. */
  void saveCsv(TraceChart chart);

  /** The user wants the chart alone and large, or back in its place. */
  default void maximise(TraceChart chart) {}

  /** Whether {@link #maximise} does anything. */
  default boolean canMaximise() {
    return false;
  }

  /** The user wants the chart on the whole screen. */
  default void fullScreen(TraceChart chart) {}

  /** Whether {@link #fullScreen} does anything. */
  default boolean canFillScreen() {
    return false;
  }

  /** The user does not want to see the chart. */
  default void hide(TraceChart chart) {}

  /** Whether {@link #hide} does anything. */
  default boolean canHide() {
    return false;
  }
}
