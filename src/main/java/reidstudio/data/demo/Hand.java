package reidstudio.data.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The hand of someone drawing: lines that tremble and overshoot, and hatching. All coordinates are
 * canvas pixels.
 *
 * @param unit height of the canvas divided by 256, so that drawings of any size look alike
 */
record Hand(Graphics2D pen, double unit, SplittableRandom random) {
  private static final double FLATNESS = 0.6;

  /**
   * Strokes of one hatching share so many colours and widths; one draw call for each is much faster
   * than one a stroke.
   */
  private static final int INKS = 3;

  /** Goes over the outline {@code passes} times, each time a little beside the last. */
  void outline(Shape shape, Color color, double width, int passes) {
    pen.setColor(color);
    pen.setStroke(stroke(width));
    for (int i = 0; i < passes; i++) {
      pen.draw(trembling(shape, 0.45 * unit, 0.5 * unit));
    }
  }

  /**
   * Fills a shape with parallel strokes.
   *
   * @param angle direction of the strokes in radians
   * @param spacing distance between strokes before jitter, in units
   * @param ink colour of a stroke, drawn anew a few times
   */
  void hatch(Shape shape, double angle, double spacing, double width, Ink ink) {
    Rectangle2D box = shape.getBounds2D();
    if (box.isEmpty()) {
      return;
    }
    Shape clip = pen.getClip();
    pen.clip(shape);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double half = Math.hypot(box.getWidth(), box.getHeight()) / 2;
    double step = spacing * unit;
    List<Path2D> groups = Stream.<Path2D>generate(Path2D.Double::new).limit(INKS).toList();
    for (double offset = -half; offset < half; offset += step * (0.7 + 0.6 * random.nextDouble())) {
      double bow = step * (random.nextDouble() - 0.5);
      double x = box.getCenterX() - offset * sin;
      double y = box.getCenterY() + offset * cos;
      Path2D group = groups.get(random.nextInt(INKS));
      group.moveTo(x - half * cos, y - half * sin);
      group.lineTo(x + half * cos + bow * sin, y + half * sin - bow * cos);
    }
    for (Path2D group : groups) {
      pen.setStroke(stroke(width * (0.7 + 0.6 * random.nextDouble())));
      pen.setColor(ink.next(random));
      pen.draw(group);
    }
    pen.setClip(clip);
  }

  /** The colour of the next stroke. */
  interface Ink {
    Color next(SplittableRandom random);
  }

  private BasicStroke stroke(double width) {
    return new BasicStroke((float) (width * unit), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  /**
   * The shape's outline, moved as a whole by up to {@code shift} and at each point by up to {@code
   * tremble}.
   */
  private Path2D trembling(Shape shape, double tremble, double shift) {
    double dx = jitter(shift);
    double dy = jitter(shift);
    Path2D path = new Path2D.Double();
    double[] xy = new double[6];
    PathIterator it = new FlatteningPathIterator(shape.getPathIterator(null), FLATNESS);
    for (; !it.isDone(); it.next()) {
      int type = it.currentSegment(xy);
      double x = xy[0] + dx + jitter(tremble);
      double y = xy[1] + dy + jitter(tremble);
      switch (type) {
        case PathIterator.SEG_MOVETO -> path.moveTo(x, y);
        case PathIterator.SEG_LINETO -> path.lineTo(x, y);
        default -> path.closePath();
      }
    }
    return path;
  }

  private double jitter(double limit) {
    return limit * (2 * random.nextDouble() - 1);
  }
}
