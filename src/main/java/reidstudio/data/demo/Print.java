package reidstudio.data.demo;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern laid over a garment in its second colour. It is anchored in body units, so it moves
 * with the body.
 *
 * @param accent the second colour
 */
record Print(Pattern pattern, Material accent) {
  static final Print NONE = new Print(Pattern.PLAIN, Material.cotton(Tint.WHITE));

  private static final double PITCH = 0.10;
  private static final double BAND = 0.046;
  private static final double BLOCK_LINE = 0.30;
  private static final double CHEST = 0.22;
  private static final double CHEST_WIDTH = 0.09;

  /** The part of a garment that has the second colour; empty for plain cloth. */
  Shape over(Shape garment) {
    Path2D bands = new Path2D.Double();
    bands(garment.getBounds2D()).forEach(band -> bands.append(band, false));
    Area area = new Area(bands);
    area.intersect(new Area(garment));
    return area;
  }

  boolean isPlain() {
    return pattern == Pattern.PLAIN;
  }

  /** Bands across {@code bounds}, reaching beyond the garment. */
  private List<Shape> bands(Rectangle2D bounds) {
    return switch (pattern) {
      case PLAIN -> List.of();
      case HORIZONTAL_STRIPES -> rows(bounds);
      case VERTICAL_STRIPES -> columns(bounds);
      case CHECKS -> {
        List<Shape> both = new ArrayList<>(rows(bounds));
        both.addAll(columns(bounds));
        yield both;
      }
      case BLOCK ->
          List.of(new Rectangle2D.Double(bounds.getX(), BLOCK_LINE, bounds.getWidth(), 1));
      case CHEST_BAND ->
          List.of(new Rectangle2D.Double(bounds.getX(), CHEST, bounds.getWidth(), CHEST_WIDTH));
      case CHEVRON -> List.of(chevron());
    };
  }

  /** Wider than any trunk; the same from the front and from behind. */
  private static Shape chevron() {
    double reach = 0.2;
    double drop = 0.3;
    Path2D shape = new Path2D.Double();
    shape.moveTo(-reach, CHEST - 0.12);
    shape.lineTo(0, CHEST - 0.12 + drop);
    shape.lineTo(reach, CHEST - 0.12);
    shape.lineTo(reach, CHEST - 0.12 + CHEST_WIDTH);
    shape.lineTo(0, CHEST - 0.12 + drop + CHEST_WIDTH);
    shape.lineTo(-reach, CHEST - 0.12 + CHEST_WIDTH);
    shape.closePath();
    return shape;
  }

  private static List<Shape> rows(Rectangle2D bounds) {
    List<Shape> rows = new ArrayList<>();
    for (double y = firstMultiple(bounds.getMinY()); y < bounds.getMaxY(); y += PITCH) {
      rows.add(new Rectangle2D.Double(bounds.getX(), y, bounds.getWidth(), BAND));
    }
    return rows;
  }

  private static List<Shape> columns(Rectangle2D bounds) {
    List<Shape> columns = new ArrayList<>();
    for (double x = firstMultiple(bounds.getMinX()); x < bounds.getMaxX(); x += PITCH) {
      columns.add(new Rectangle2D.Double(x, bounds.getY(), BAND, bounds.getHeight()));
    }
    return columns;
  }

  private static double firstMultiple(double from) {
    return (Math.floor(from / PITCH) - 0.5) * PITCH;
  }
}
