package reidstudio.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
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

  private final Pen pen;
  private final ChartPicture picture;
  private final PlotFrame frame;

  ReferencePainter(Pen pen, ChartPicture picture) {
    this.pen = pen;
    this.picture = picture;
    this.frame = picture.frame();
  }

  /** Draws stripes and lines. */
  void paintShapes() {
    pen.setLineWidth(1);
    pen.setLineDashes(5, 4);
    for (Reference reference : picture.references()) {
      Color color = reference.tone().in(picture.colors());
      pen.setStroke(color.deriveColor(0, 1, 1, LINE_OPACITY));
      pen.setFill(color.deriveColor(0, 1, 1, STRIPE_OPACITY));
      paintShape(reference);
    }
    pen.setLineDashes();
  }

  private void paintShape(Reference reference) {
    if (reference instanceof Reference.Level level) {
      double y = frame.crisp(frame.y().toPixel(level.value()));
      pen.strokeLine(0, y, frame.width(), y);
    } else if (reference instanceof Reference.Zone zone) {
      double top = clamp(frame.y().toPixel(zone.high()));
      double bottom = clamp(frame.y().toPixel(zone.low()));
      pen.fillRect(0, top, frame.width(), bottom - top);
    } else if (reference instanceof Reference.Expected expected) {
      Sampled line = new Sampled(expected.line().snapshot());
      pen.strokePolyline(line.xs, line.ys, line.count);
    } else if (reference instanceof Reference.ExpectedBand band) {
      paintBand(new Sampled(band.lower().snapshot()), new Sampled(band.upper().snapshot()));
    }
  }

  private void paintBand(Sampled lower, Sampled upper) {
    int n = lower.count + upper.count;
    double[] xs = new double[n];
    double[] ys = new double[n];
    System.arraycopy(upper.xs, 0, xs, 0, upper.count);
    System.arraycopy(upper.ys, 0, ys, 0, upper.count);
    for (int i = 0; i < lower.count; i++) {
      xs[n - 1 - i] = lower.xs[i];
      ys[n - 1 - i] = lower.ys[i];
    }
    pen.fillPolygon(xs, ys, n);
  }

  private List<Label> labels() {
    List<Label> labels = new ArrayList<>();
    for (Reference reference : picture.references()) {
      double at = labelAt(reference);
      if (!Double.isNaN(at)) {
        labels.add(new Label(reference.label(), at, reference.tone().in(picture.colors())));
      }
    }
    return labels;
  }

  /** The pixel row at which a label is wanted: where its reference ends; NaN for no label. */
  private double labelAt(Reference reference) {
    if (reference instanceof Reference.Level level) {
      return frame.y().toPixel(level.value());
    }
    if (reference instanceof Reference.Zone zone) {
      double top = frame.y().toPixel(zone.high());
      double bottom = frame.y().toPixel(zone.low());
      return (clamp(top) + clamp(bottom)) / 2 + outside(top, bottom);
    }
    if (reference instanceof Reference.Expected expected) {
      return new Sampled(expected.line().snapshot()).last();
    }
    Reference.ExpectedBand band = (Reference.ExpectedBand) reference;
    return (new Sampled(band.lower().snapshot()).last()
            + new Sampled(band.upper().snapshot()).last())
        / 2;
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
  void paintLabels() {
    List<Label> labels = labels();
    double[] wanted = labels.stream().mapToDouble(Label::y).toArray();
    double height = picture.measure().height();
    double[] placed = LabelStacker.stack(wanted, height, -height / 2, frame.height());
    double x = frame.left() + frame.width();
    pen.setFont(picture.measure().font());
    pen.setTextAlign(TextAlignment.LEFT);
    pen.setTextBaseline(VPos.CENTER);
    pen.setLineWidth(1);
    for (int i = 0; i < placed.length; i++) {
      Label label = labels.get(i);
      double y = frame.top() + Math.rint(placed[i]);
      double from = frame.top() + clamp(label.y);
      pen.setStroke(label.color.deriveColor(0, 1, 1, LINE_OPACITY));
      pen.strokeLine(x + BLEED, frame.crisp(from), x + LEADER - 2, frame.crisp(y));
      pen.setFill(label.color);
      pen.fillText(label.text + arrow(label.y), x + LEADER, y);
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
