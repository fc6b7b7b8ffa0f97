package reidstudio.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws span marks and finds the one under the mouse. */
final class SpanPainter {
  private static final double BAR = 4;
  private static final double LANE = 7;
  private static final int LANES = 3;
  private static final double DASH = 7;
  private static final double DASH_GAP = 3;
  private static final double END = 9;
  private static final double SMALLEST = 4;
  private static final double REACH = 3;
  private static final double SHADE_OPACITY = 0.08;

  private final GraphicsContext gc;
  private final ChartPicture picture;

  /** A span as pixels of the plot. */
  private record Bar(SpanMark mark, double left, double right, double top) {
    boolean isUnder(double x, double y) {
      boolean beside = x < left - REACH || x > right + REACH;
      return !beside && y >= top - REACH && y <= top + BAR + REACH;
    }
  }

  SpanPainter(GraphicsContext gc, ChartPicture picture) {
    this.gc = gc;
    this.picture = picture;
  }

  /** Below everything else, so that no line is dimmed. */
  void paintShades() {
    for (Bar bar : bars(picture)) {
      gc.setFill(color(bar).deriveColor(0, 1, 1, SHADE_OPACITY));
      gc.fillRect(bar.left, bar.top, bar.right - bar.left, picture.frame().height() - bar.top);
    }
  }

  void paintBars() {
    PlotFrame frame = picture.frame();
    for (Bar bar : bars(picture)) {
      gc.setFill(color(bar));
      double step = bar.mark.tone() == Tone.BAD ? bar.right - bar.left : DASH + DASH_GAP;
      double length = bar.mark.tone() == Tone.BAD ? step : DASH;
      for (double x = bar.left; x < bar.right; x += step) {
        gc.fillRect(x, bar.top, Math.min(length, bar.right - x), BAR);
      }
      if (frame.containsX(frame.x().toPixel(bar.mark.from()))) {
        gc.fillRect(bar.left, bar.top, 2, END);
      }
      if (frame.containsX(frame.x().toPixel(bar.mark.to()))) {
        gc.fillRect(bar.right - 2, bar.top, 2, END);
      }
    }
  }

  private Color color(Bar bar) {
    return bar.mark.tone().in(picture.colors());
  }

  /** Down to where the bars and the marks for faulty values take the upper edge. */
  static double below(ChartPicture picture) {
    List<Bar> bars = bars(picture);
    double edge = edge(picture);
    return bars.stream().mapToDouble(bar -> bar.top + END + 2).max().orElse(edge);
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
    double top = edge(picture);
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
      bars.add(new Bar(mark, left, right, top + lane * LANE));
    }
    return bars;
  }
}
