package reidstudio.ui.chart;

import java.util.function.IntToDoubleFunction;
import javafx.scene.paint.Color;

/**
 * Strokes a trace as one line with at most one point for every second pixel; and, where there are
 * that few points, shows each of them.
 */
final class LinePainter {
  private static final double STRONG = 1.75;
  private static final double THIN = 1;
  private static final double[] DASHES = {5, 4};
  private static final double FAINT = 0.4;
  private static final double QUIET = 2;
  private static final double DOT_RADIUS = 2.25;
  private static final double DOT_DISTANCE = 12;
  // Far outside, but near enough for the rasterizer's fixed-point numbers.
  private static final double FAR = 4000;

  private final Pen pen;
  private final PlotFrame frame;
  private final double[] xs;
  private final double[] ys;
  private int count;

  LinePainter(Pen pen, PlotFrame frame) {
    this.pen = pen;
    this.frame = frame;
    int room = (int) frame.width() / 2 + 8;
    xs = new double[room];
    ys = new double[room];
  }

  /** Whether the visible points are few enough to draw a line through each of them. */
  static boolean isSparse(SeriesTrace trace, PlotFrame frame) {
    return trace.columns().points() <= frame.width() / 4;
  }

  /**
   * Whether dense points lie so close together that they form a line of their own. A band alone
   * would be a thin, jagged one; of noise, a line would tell less than the band.
   */
  boolean isQuiet(SeriesTrace trace) {
    Columns columns = trace.columns();
    double height = 0;
    for (int c = 0; c < columns.count(); c++) {
      if (columns.min(c) <= columns.max(c)) {
        height += frame.y().toPixel(columns.min(c)) - frame.y().toPixel(columns.max(c));
      }
    }
    return !isSparse(trace, frame) && height <= QUIET * columns.count();
  }

  void paintSmoothed(SeriesTrace trace) {
    begin(trace.color(), 1, STRONG);
    pen.setLineDashes(trace.dashes());
    follow(trace, trace::smoothedAt);
    pen.setLineDashes();
  }

  /** What {@code trace} is a part of, dashed. */
  void paintWhole(SeriesTrace trace) {
    trace
        .whole()
        .ifPresent(
            whole -> {
              pen.setLineDashes(DASHES);
              begin(whole.color(), 1, THIN);
              follow(whole, whole::smoothedAt);
              pen.setLineDashes();
            });
  }

  /**
   * The raw points of a sparse trace: the line itself, or a faint companion of the smoothed one.
   */
  void paintRaw(SeriesTrace trace, boolean beside) {
    double opacity = beside ? FAINT : 1;
    begin(trace.color(), opacity, beside ? THIN : STRONG);
    pen.setLineDashes(trace.dashes());
    follow(trace, trace.points()::y);
    pen.setLineDashes();
    paintDots(trace);
    pen.setGlobalAlpha(1);
  }

  private void begin(Color color, double opacity, double width) {
    pen.setGlobalAlpha(opacity);
    pen.setStroke(color);
    pen.setFill(color);
    pen.setLineWidth(width);
    count = 0;
  }

  private void follow(SeriesTrace trace, IntToDoubleFunction value) {
    TraceSnapshot points = trace.points();
    Columns columns = trace.columns();
    boolean all = isSparse(trace, frame);
    int begin = columns.first(0);
    int end = columns.first(columns.count());
    if (begin > 0) {
      add(points.x(begin - 1), value.applyAsDouble(begin - 1));
    }
    if (all) {
      for (int i = begin; i < end; i++) {
        add(points.x(i), value.applyAsDouble(i));
      }
    } else {
      int stride = (int) Math.max(2, Math.ceil(2 * frame.scale()));
      int done = begin;
      for (int c = stride; done < end; c += stride) {
        int next = columns.first(Math.min(c, columns.count()));
        if (next > done) {
          add(points.x(next - 1), value.applyAsDouble(next - 1));
          done = next;
        }
      }
    }
    if (end < points.size()) {
      add(points.x(end), value.applyAsDouble(end));
    }
    stroke();
  }

  private void add(double x, double value) {
    if (!Double.isFinite(value)) {
      stroke();
      return;
    }
    xs[count] = frame.x().toPixel(x);
    ys[count] = Math.max(-FAR, Math.min(FAR, frame.y().toPixel(value)));
    count++;
    clipLast();
  }

  /** Replaces an end far outside by the place where the line enters or leaves the surroundings. */
  private void clipLast() {
    int last = count - 1;
    if (last == 0) {
      return;
    }
    if (xs[last - 1] < -FAR) {
      cut(last - 1, last, -FAR);
    }
    if (xs[last] > FAR) {
      cut(last, last - 1, FAR);
    }
  }

  private void cut(int end, int other, double x) {
    double share = (x - xs[end]) / (xs[other] - xs[end]);
    ys[end] += share * (ys[other] - ys[end]);
    xs[end] = x;
  }

  private void stroke() {
    if (count == 1) {
      dot(xs[0], ys[0]);
    } else if (count > 1) {
      pen.strokePolyline(xs, ys, count);
    }
    count = 0;
  }

  private void paintDots(SeriesTrace trace) {
    Columns columns = trace.columns();
    if (columns.points() * DOT_DISTANCE > frame.width()) {
      return;
    }
    for (int i = columns.first(0); i < columns.first(columns.count()); i++) {
      if (Double.isFinite(trace.points().y(i))) {
        dot(frame.x().toPixel(trace.points().x(i)), frame.y().toPixel(trace.points().y(i)));
      }
    }
  }

  private void dot(double x, double y) {
    pen.fillOval(x - DOT_RADIUS, y - DOT_RADIUS, 2 * DOT_RADIUS, 2 * DOT_RADIUS);
  }
}
