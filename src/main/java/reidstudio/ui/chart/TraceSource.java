package reidstudio.ui.chart;

/**
 * Where a chart gets one series from. Implementations are written by any one thread and read by the
 * JavaFX thread; neither method may block for longer than a moment.
 */
public interface TraceSource {
  /** A number that differs whenever {@link #snapshot()} would differ. Cheap: polled every frame. */
  long version();

  /** The points known now. What a snapshot answers never changes afterwards. */
  TraceSnapshot snapshot();
}
