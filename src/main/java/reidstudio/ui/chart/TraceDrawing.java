package reidstudio.ui.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The series of a chart from one frame to the next, and how they get onto its {@link PlotPane}. */
final class TraceDrawing {
  private final PlotPane plot;
  private final SmoothedReferences smoothedReferences = new SmoothedReferences();
  private List<SeriesTrace> traces = List.of();
  private ChartPicture picture;

  TraceDrawing(PlotPane plot) {
    this.plot = plot;
  }

  /** What a frame is to show. An empty {@code y} means: fit the visible points. */
  record Request(
      double scale,
      Range x,
      Optional<Range> y,
      Optional<Range> yInclude,
      boolean clipOutliers,
      AxisUnit xUnit,
      AxisScale yScale,
      String xLabel,
      double smoothing,
      List<Reference> references,
      List<VerticalMark> marks,
      List<SpanMark> spans,
      ChartColors colors) {}

  void setSeries(List<TraceSeries> series) {
    traces = series.stream().map(SeriesTrace::new).toList();
  }

  List<SeriesTrace> traces() {
    return traces;
  }

  /** Takes in new points; returns whether there were any. */
  boolean poll() {
    boolean changed = false;
    for (SeriesTrace trace : traces) {
      changed |= trace.poll();
    }
    return changed;
  }

  /** From the first to the last x of all series. */
  Optional<Range> span() {
    return traces.stream().flatMap(trace -> trace.span().stream()).reduce(Range::union);
  }

  long totalPoints() {
    return traces.stream().mapToLong(trace -> trace.points().size()).sum();
  }

  long visiblePoints() {
    return picture == null ? 0 : traces.stream().mapToLong(trace -> trace.columns().points()).sum();
  }

  /** What stands behind the picture now on the screen. */
  PointCount points() {
    if (picture == null) {
      return PointCount.NONE;
    }
    return new PointCount(visiblePoints(), totalPoints(), drawn(picture));
  }

  private PointCount.Drawing drawn(ChartPicture shown) {
    if (shown.smoothed() && totalPoints() > 1) {
      return PointCount.Drawing.SMOOTHED;
    }
    return traces.stream().allMatch(trace -> LinePainter.isSparse(trace, shown.frame()))
        ? PointCount.Drawing.EACH
        : PointCount.Drawing.COLUMNS;
  }

  /** The geometry now on the screen; null before the first frame and without data. */
  PlotFrame frame() {
    return picture == null ? null : picture.frame();
  }

  void draw(Request request) {
    if (totalPoints() == 0) {
      picture = null;
      plot.drawEmpty();
      return;
    }
    picture = picture(request);
    plot.draw(picture);
  }

  /** The chart in other colours or another scale; what is on the screen must be drawn anew. */
  Optional<SvgChart> svg(String title, String unit, String points, Request request) {
    return totalPoints() == 0
        ? Optional.empty()
        : Optional.of(
            new SvgChart(title, unit, points, picture(request), plot.getWidth(), plot.getHeight()));
  }

  private ChartPicture picture(Request request) {
    traces.forEach(trace -> trace.smooth(request.smoothing));
    PlotFrame frame = layOut(request);
    traces.forEach(trace -> trace.cut(frame));
    return new ChartPicture(
        frame,
        traces,
        smoothedReferences.of(request.references, request.smoothing),
        List.copyOf(request.marks),
        List.copyOf(request.spans),
        request.xUnit,
        request.xLabel,
        request.smoothing > 0,
        request.colors,
        plot.measure());
  }

  private PlotFrame layOut(Request request) {
    Range y =
        request.y.orElseGet(
            () ->
                new AutoRange(request.yScale, request.clipOutliers)
                    .of(traces, request.references, request.x, request.yInclude));
    TextMeasure measure = plot.measure();
    double gutter = ReferencePainter.gutter(request.references, measure, plot.getWidth());
    return PlotLayout.of(
        plot.getWidth(),
        plot.getHeight(),
        request.scale,
        new PlotLayout.Axes(request.x, request.xUnit, y, request.yScale, gutter),
        measure);
  }

  /** Shows the cursor and the pin; NaN for either that is not there. */
  void drawCursor(double x, double pin) {
    if (picture != null) {
      plot.drawCursor(picture, x, traces);
      plot.pin().show(picture, pin);
    }
  }

  /** Tells about what lies under a pixel of the plot, the smallest target first. */
  void showTip(ChartTexts texts, double x, double y) {
    Optional<VerticalMark> mark = MarkPainter.at(picture, x);
    double line = mark.map(m -> picture.frame().x().toPixel(m.x())).orElse(x);
    Optional<String> tip =
        spanAt(x, y)
            .map(SpanMark::tooltip)
            .or(() -> ClippedTip.at(picture, texts, x, y))
            .or(() -> mark.map(VerticalMark::tooltip))
            .or(() -> ReferenceTip.at(picture, x, y));
    tip.ifPresentOrElse(
        text -> plot.cursor().showTip(picture.frame(), line, y, text), plot.cursor()::hideTip);
  }

  /** The span whose bar lies under a pixel of the plot. */
  Optional<SpanMark> spanAt(double x, double y) {
    return picture == null ? Optional.empty() : SpanPainter.at(picture, x, y);
  }

  /** The span over {@code x}, or any visible one if that is NaN. */
  Optional<SpanMark> spanOver(double x) {
    if (picture == null) {
      return Optional.empty();
    }
    return Double.isNaN(x)
        ? picture.spans().stream().findFirst()
        : SpanPainter.over(picture, picture.frame().x().toPixel(x));
  }

  List<Reading> readings(double x) {
    return traces.stream().flatMap(trace -> trace.reading(x).stream()).toList();
  }

  /** x of the point of any series that is nearest to a pixel of the plot. */
  double nearestX(double pixel) {
    double x = picture.frame().x().toValue(pixel);
    return readings(x).stream()
        .map(Reading::x)
        .min(Comparator.comparingDouble(candidate -> Math.abs(candidate - x)))
        .orElse(x);
  }

  /**
   * The x before (-1) or after (1) {@code x} in the first series with points; its last x if {@code
   * x} is NaN; the end of the series beyond it.
   */
  double neighbourX(double x, int direction) {
    Optional<TraceSnapshot> first =
        traces.stream().map(SeriesTrace::points).filter(points -> !points.isEmpty()).findFirst();
    if (first.isEmpty()) {
      return x;
    }
    TraceSnapshot points = first.get();
    if (Double.isNaN(x)) {
      return points.x(points.size() - 1);
    }
    int index =
        direction > 0
            ? Math.min(points.size() - 1, points.firstAtOrAfter(Math.nextUp(x), 0))
            : Math.max(0, points.firstAtOrAfter(x, 0) - 1);
    return points.x(index);
  }
}
