package reidstudio.ui.chart;

import java.util.Optional;
import javafx.scene.paint.Color;

/** A series as a chart holds it between frames: its last snapshot, smoothing and pixel columns. */
final class SeriesTrace {
  private final TraceSeries series;
  private final SmoothedTrace smoothed = new SmoothedTrace();
  private final Columns columns = new Columns();
  private final Optional<SeriesTrace> whole;
  private long version;
  private TraceSnapshot points;

  SeriesTrace(TraceSeries series) {
    this.series = series;
    whole =
        series
            .whole()
            .map(source -> new SeriesTrace(new TraceSeries(series.name(), series.color(), source)));
    version = series.source().version();
    points = series.source().snapshot();
  }

  /** Takes a new snapshot if the source changed; returns whether it did. */
  boolean poll() {
    boolean wholeChanged = whole.map(SeriesTrace::poll).orElse(false);
    long now = series.source().version();
    if (now == version) {
      return wholeChanged;
    }
    version = now;
    points = series.source().snapshot();
    return true;
  }

  void smooth(double factor) {
    smoothed.follow(points, factor);
    whole.ifPresent(all -> all.smooth(factor));
  }

  void cut(PlotFrame frame) {
    columns.scan(points, frame.x(), frame.width(), frame.deviceWidth());
    whole.ifPresent(all -> all.cut(frame));
  }

  String name() {
    return series.name();
  }

  Color color() {
    return Palette.color(series.color());
  }

  /** How its line is dashed. */
  double[] dashes() {
    return Palette.dashes(series.color());
  }

  /** Whether its band would hide others. */
  boolean isOverlaid() {
    return series.overlaid();
  }

  /** What the points are a part of. */
  Optional<SeriesTrace> whole() {
    return whole;
  }

  TraceSnapshot points() {
    return points;
  }

  Columns columns() {
    return columns;
  }

  double smoothedAt(int index) {
    return smoothed.valueAt(points, index);
  }

  /** From the first to the last x, if there is a point. */
  Optional<Range> span() {
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(new Range(points.x(0), points.x(points.size() - 1)));
  }

  /** The point nearest to {@code x}, or the last one where x is NaN. */
  Optional<Reading> reading(double x) {
    if (points.isEmpty()) {
      return Optional.empty();
    }
    int index = Double.isNaN(x) ? points.size() - 1 : points.nearest(x);
    double part = points.y(index);
    double all =
        whole.flatMap(w -> w.reading(points.x(index))).map(Reading::value).orElse(Double.NaN);
    return Optional.of(new Reading(name(), points.x(index), part, all, smoothedAt(index)));
  }

  /** How many points are NaN or infinite. */
  int nonFinite() {
    Extent all = new Extent();
    points.extent(0, points.size(), all);
    return all.nonFinite();
  }
}
