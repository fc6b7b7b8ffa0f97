package reidstudio.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;

/** Draws span marks and finds the one under the mouse. */
final class SpanPainter {
  /** The first lane lies above the plot, where it hides no point. */
  private static final double FIRST_LANE = -6;

  private static final double BAR = 4;
  private static final double LANE = 7;
  private static final int LANES = 3;
  private static final double DASH = 7;
  private static final double DASH_GAP = 3;
  private static final double END = 9;
  private static final double SMALLEST = 4;
  private static final double REACH = 3;
  private static final double SHADE_OPACITY = 0.08;

  private final Pen pen;
  private final ChartPicture picture;

  /** A span as pixels of the plot. */
  private record Bar(SpanMark mark, double left, double right, double top) {
    boolean isUnder(double x, double y) {
      boolean beside = x < left - REACH || x > right + REACH;
      return !beside && y >= top - REACH && y <= top + BAR + REACH;
    }
  }

  SpanPainter(Pen pen, ChartPicture picture) {
    this.pen = pen;
    this.picture = picture;
  }

  /** Below everything else, so that no line is dimmed. */
  void paintShades() {
    for (Bar bar : bars(picture)) {
      pen.setFill(color(bar).deriveColor(0, 1, 1, SHADE_OPACITY));
      pen.fillRect(bar.left, 0, bar.right - bar.left, picture.frame().height());
    }
  }

  /** On a canvas below the points that reaches over the plot. */
  void paintBars() {
    pen.move(picture.frame().left(), picture.frame().top());
    bars(picture).forEach(this::paint);
    pen.back();
  }

  private void paint(Bar bar) {
    AxisMap x = picture.frame().x();
    pen.setFill(color(bar));
    boolean isWhole = bar.mark.tone() == Tone.BAD;
    double length = isWhole ? bar.right - bar.left : DASH;
    double step = isWhole ? length : DASH + DASH_GAP;
    for (double left = bar.left; left < bar.right; left += step) {
      pen.fillRect(left, bar.top, Math.min(length, bar.right - left), BAR);
    }
    if (picture.frame().containsX(x.toPixel(bar.mark.from()))) {
      pen.fillRect(bar.left, bar.top, 2, END);
    }
    if (picture.frame().containsX(x.toPixel(bar.mark.to()))) {
      pen.fillRect(bar.right - 2, bar.top, 2, END);
    }
  }

  private Color color(Bar bar) {
    return bar.mark.tone().in(picture.colors());
  }

  /** Down to where the bars and the marks for faulty values take the upper edge. */
  static double below(ChartPicture picture) {
    List<Bar> bars = bars(picture);
    double edge = edge(picture);
    return bars.stream().mapToDouble(bar -> bar.top + END + 2).reduce(edge, Math::max);
  }

  private static double edge(ChartPicture picture) {
    boolean faulty = picture.traces().stream().anyMatch(trace -> trace.columns().hasNonFinite());
    return faulty ? BandPainter.FAULT_HEIGHT + 3 : 0;
  }

  /** The span whose bar lies under a pixel of the plot. */
  static Optional<SpanMark> at(ChartPicture picture, double x, double y) {
    return bars(picture).stream().filter(bar -> bar.isUnder(x, y)).map(Bar::mark).findFirst();
  }

  /** The span over the pixel {@code x}, the worst first. */
  static Optional<SpanMark> over(ChartPicture picture, double x) {
    return bars(picture).stream()
        .filter(bar -> x >= bar.left - REACH && x <= bar.right + REACH)
        .map(Bar::mark)
        .findFirst();
  }

  /** The visible spans, faults first; those that overlap lie in lanes, as far as there are any. */
  private static List<Bar> bars(ChartPicture picture) {
    PlotFrame frame = picture.frame();
    double second = edge(picture) + 1;
    List<Bar> bars = new ArrayList<>();
    double[] ends = new double[LANES];
    Arrays.fill(ends, Double.NEGATIVE_INFINITY);
    List<SpanMark> sorted =
        picture.spans().stream()
            .sorted(
                Comparator.comparing((SpanMark mark) -> mark.tone() != Tone.BAD)
                    .thenComparingDouble(SpanMark::from))
            .toList();
    for (SpanMark mark : sorted) {
      double left = Math.max(0, frame.x().toPixel(mark.from()));
      double right = Math.min(frame.width(), frame.x().toPixel(mark.to()));
      if (left > frame.width() || right < 0) {
        continue;
      }
      left = Math.max(0, Math.min(left, frame.width() - SMALLEST));
      right = Math.max(right, left + SMALLEST);
      int lane = 0;
      while (lane < LANES - 1 && ends[lane] > left) {
        lane++;
      }
      ends[lane] = Math.max(ends[lane], right + 2);
      double top = lane == 0 ? FIRST_LANE : second + (lane - 1) * LANE;
      bars.add(new Bar(mark, left, right, top));
    }
    return bars;
  }
}
