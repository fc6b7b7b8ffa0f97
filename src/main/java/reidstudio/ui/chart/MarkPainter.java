package reidstudio.ui.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Draws vertical marks and finds the one under the mouse. */
final class MarkPainter {
  private static final double REGULAR_DISTANCE = 18;
  private static final double REACH = 5;
  private static final double FLAG = 7;
  private static final double GAP = 5;
  private static final double ZIGZAG = 6;
  private static final double REGULAR_HEIGHT = 36;
  private static final double FOOT = 2;
  private static final double CHIP_OPACITY = 0.7;

  private final Pen pen;
  private final ChartPicture picture;
  private final PlotFrame frame;

  MarkPainter(Pen pen, ChartPicture picture) {
    this.pen = pen;
    this.picture = picture;
    this.frame = picture.frame();
  }

  void paint() {
    pen.setFont(picture.measure().font());
    pen.setTextAlign(TextAlignment.LEFT);
    pen.setTextBaseline(VPos.TOP);
    pen.setLineWidth(1);
    double free = 0;
    double top = SpanPainter.below(picture);
    for (VerticalMark mark : drawable(picture)) {
      double x = frame.crisp(frame.x().toPixel(mark.x()));
      Color color = mark.kind().tone().in(picture.colors());
      boolean isEpoch = mark.kind() == VerticalMark.Kind.EPOCH;
      pen.setStroke(isEpoch ? picture.colors().grid() : color.deriveColor(0, 1, 1, 0.7));
      pen.setLineDashes(dashes(mark.kind()));
      switch (mark.kind()) {
        case BREAK -> paintBreak(x, frame.height());
        case REGULAR_BREAK -> paintBreak(x, Math.min(REGULAR_HEIGHT, frame.height()));
        default -> pen.strokeLine(x, 0, x, frame.height());
      }
      double textX = x + GAP;
      if (mark.kind().tone() != Tone.NEUTRAL) {
        pen.setFill(color);
        pen.fillPolygon(
            new double[] {x, x + FLAG + 2, x}, new double[] {top, top + FLAG / 2, top + FLAG}, 3);
        textX += FLAG;
      }
      double width = picture.measure().width(mark.label());
      boolean fits = textX + width <= frame.width();
      // a run that has just gone on has its mark at the right edge
      double start = fits ? textX : x - GAP - width;
      boolean placed = fits || !isRegular(mark.kind());
      if (!mark.label().isEmpty() && placed && Math.min(x, start) >= free) {
        double textY = textY(mark.kind(), top);
        pen.setFill(picture.colors().background().deriveColor(0, 1, 1, CHIP_OPACITY));
        pen.fillRect(start - 2, textY, width + 4, picture.measure().height());
        pen.setFill(isEpoch ? picture.colors().text() : color);
        pen.fillText(mark.label(), start, textY);
        free = Math.max(x, start + width) + GAP;
      }
    }
    pen.setLineDashes();
  }

  /** At the top of a line as high as the plot, and at the foot of a short one. */
  private double textY(VerticalMark.Kind kind, double top) {
    return kind == VerticalMark.Kind.REGULAR_BREAK
        ? Math.max(top, frame.height() - picture.measure().height() - FOOT)
        : top;
  }

  private void paintBreak(double x, double height) {
    int corners = (int) (height / ZIGZAG) + 1;
    double[] xs = new double[corners];
    double[] ys = new double[corners];
    for (int i = 0; i < corners; i++) {
      xs[i] = x + (i % 2 == 0 ? -ZIGZAG : ZIGZAG) / 2;
      // from the axis up, where a reader looks for it
      ys[i] = frame.height() - i * ZIGZAG;
    }
    pen.strokePolyline(xs, ys, corners);
  }

  private static double[] dashes(VerticalMark.Kind kind) {
    return switch (kind) {
      case PAUSE -> new double[] {1, 3};
      case RESTART -> new double[] {6, 3};
      case EPOCH, BREAK, REGULAR_BREAK, WARNING, FAULT -> new double[0];
    };
  }

  /** The visible marks from left to right; those that come regularly only where they leave room. */
  private static List<VerticalMark> drawable(ChartPicture picture) {
    PlotFrame frame = picture.frame();
    List<VerticalMark> visible =
        picture.marks().stream()
            .filter(mark -> frame.x().range().contains(mark.x()))
            .sorted(Comparator.comparingDouble(VerticalMark::x))
            .toList();
    return visible.stream()
        .filter(mark -> !isRegular(mark.kind()) || hasRoom(mark.kind(), visible, frame))
        .toList();
  }

  private static boolean isRegular(VerticalMark.Kind kind) {
    return kind == VerticalMark.Kind.EPOCH || kind == VerticalMark.Kind.REGULAR_BREAK;
  }

  private static boolean hasRoom(
      VerticalMark.Kind kind, List<VerticalMark> visible, PlotFrame frame) {
    long count = visible.stream().filter(mark -> mark.kind() == kind).count();
    return count * REGULAR_DISTANCE <= frame.width();
  }

  /** The mark whose line lies under the pixel {@code x}, if it has something to tell. */
  static Optional<VerticalMark> at(ChartPicture picture, double x) {
    return drawable(picture).stream()
        .filter(mark -> !mark.tooltip().isEmpty())
        .filter(mark -> Math.abs(picture.frame().x().toPixel(mark.x()) - x) <= REACH)
        .min(Comparator.comparingDouble(m -> Math.abs(picture.frame().x().toPixel(m.x()) - x)));
  }
}
