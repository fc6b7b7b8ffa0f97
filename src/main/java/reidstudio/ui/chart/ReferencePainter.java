package reidstudio.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * Draws what series are compared with: stripes and dashed lines behind the data, and their labels
 * beside the plot, where they neither cover one another nor the newest points.
 */
final class ReferencePainter {
  private static final double STRIPE_OPACITY = 0.12;
  private static final double LINE_OPACITY = 0.85;
  private static final String UP = " ↑";
  private static final String DOWN = " ↓";
  private static final double LEADER = 12;
  private static final double MAX_SHARE = 0.4;
  private static final double BLEED = 2;
  private static final double PAD = 4;
  private static final int SAMPLE_EVERY = 6;

  private final GraphicsContext gc;
  private final ChartPicture picture;
  private final PlotFrame frame;
  private final List<Label> labels = new ArrayList<>();

  ReferencePainter(GraphicsContext gc, ChartPicture picture) {
    this.gc = gc;
    this.picture = picture;
    this.frame = picture.frame();
  }

  /** Draws stripes and lines. */
  void paintShapes() {
    gc.setLineWidth(1);
    gc.setLineDashes(5, 4);
    for (Reference reference : picture.references()) {
      Color color = reference.tone().in(picture.colors());
      gc.setStroke(color.deriveColor(0, 1, 1, LINE_OPACITY));
      gc.setFill(color.deriveColor(0, 1, 1, STRIPE_OPACITY));
      double at = paintShape(reference);
      if (!Double.isNaN(at)) {
        labels.add(new Label(reference.label(), at, color));
      }
    }
    gc.setLineDashes();
  }

  /** Draws one reference and returns the pixel row of its label, NaN for none. */
  private double paintShape(Reference reference) {
    if (reference instanceof Reference.Level level) {
      double y = frame.y().toPixel(level.value());
      gc.strokeLine(0, frame.crisp(y), frame.width(), frame.crisp(y));
      return y;
    }
    if (reference instanceof Reference.Zone zone) {
      double top = frame.y().toPixel(zone.high());
      double bottom = clamp(frame.y().toPixel(zone.low()));
      gc.fillRect(0, clamp(top), frame.width(), bottom - clamp(top));
      return (clamp(top) + bottom) / 2 + outside(top, frame.y().toPixel(zone.low()));
    }
    if (reference instanceof Reference.Expected expected) {
      Sampled line = new Sampled(expected.line().snapshot());
      gc.strokePolyline(line.xs, line.ys, line.count);
      return line.last();
    }
    Reference.ExpectedBand band = (Reference.ExpectedBand) reference;
    return paintBand(new Sampled(band.lower().snapshot()), new Sampled(band.upper().snapshot()));
  }

  private double paintBand(Sampled lower, Sampled upper) {
    int n = lower.count + upper.count;
    double[] xs = new double[n];
    double[] ys = new double[n];
    System.arraycopy(upper.xs, 0, xs, 0, upper.count);
    System.arraycopy(upper.ys, 0, ys, 0, upper.count);
    for (int i = 0; i < lower.count; i++) {
      xs[n - 1 - i] = lower.xs[i];
      ys[n - 1 - i] = lower.ys[i];
    }
    gc.fillPolygon(xs, ys, n);
    return (lower.last() + upper.last()) / 2;
  }

  private double clamp(double y) {
    return Math.max(0, Math.min(frame.height(), y));
  }

  /** A stripe that is out of sight has its label beyond the edge it left through. */
  private double outside(double top, double bottom) {
    return bottom < 0 ? -1 : top > frame.height() ? 1 : 0;
  }

  /** Room for the labels on the right of the plot, out of {@code paneWidth}. */
  static double gutter(List<Reference> references, TextMeasure measure, double paneWidth) {
    double wanted =
        references.stream()
            .mapToDouble(reference -> measure.width(reference.label() + UP) + LEADER + PAD)
            .max()
            .orElse(0);
    return Math.min(wanted, paneWidth * MAX_SHARE);
  }

  /** Draws the labels beside the plot, each joined to its line if it had to move. */
  void paintLabels(GraphicsContext beside) {
    double[] wanted = labels.stream().mapToDouble(Label::y).toArray();
    double height = picture.measure().height();
    double[] placed = LabelStacker.stack(wanted, height, -height / 2, frame.height());
    double x = frame.left() + frame.width();
    beside.setFont(picture.measure().font());
    beside.setTextAlign(TextAlignment.LEFT);
    beside.setTextBaseline(VPos.CENTER);
    beside.setLineWidth(1);
    for (int i = 0; i < placed.length; i++) {
      Label label = labels.get(i);
      double y = frame.top() + Math.rint(placed[i]);
      double from = frame.top() + clamp(label.y);
      beside.setStroke(label.color.deriveColor(0, 1, 1, LINE_OPACITY));
      beside.strokeLine(x + BLEED, frame.crisp(from), x + LEADER - 2, frame.crisp(y));
      beside.setFill(label.color);
      beside.fillText(label.text + arrow(label.y), x + LEADER, y);
    }
  }

  private String arrow(double y) {
    return y < 0 ? UP : y > frame.height() ? DOWN : "";
  }

  private record Label(String text, double y, Color color) {}

  /** A slowly varying value at every few pixels, as pixel coordinates. */
  private final class Sampled {
    final double[] xs = new double[(int) frame.width() / SAMPLE_EVERY + 2];
    final double[] ys = new double[xs.length];
    int count;

    Sampled(TraceSnapshot line) {
      if (line.isEmpty()) {
        return;
      }
      double from = Math.max(0, frame.x().toPixel(line.x(0)));
      double to = Math.min(frame.width(), frame.x().toPixel(line.x(line.size() - 1)));
      for (double x = from; x < to; x += SAMPLE_EVERY) {
        add(line, x);
      }
      if (from <= to) {
        add(line, to);
      }
    }

    private void add(TraceSnapshot line, double pixel) {
      double value = line.between(frame.x().toValue(pixel));
      if (Double.isFinite(value)) {
        xs[count] = pixel;
        ys[count] = frame.y().toPixel(value);
        count++;
      }
    }

    double last() {
      return count == 0 ? Double.NaN : ys[count - 1];
    }
  }
}
