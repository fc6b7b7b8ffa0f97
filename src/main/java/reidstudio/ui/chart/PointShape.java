package reidstudio.ui.chart;

import javafx.scene.canvas.GraphicsContext;

/** Shapes of about the same area, told apart without colours. */
public enum PointShape {
  /** A disc. */
  CIRCLE {
    @Override
    void fill(GraphicsContext pen, double x, double y, double r) {
      pen.fillOval(x - r, y - r, 2 * r, 2 * r);
    }
  },
  /** Point up. */
  TRIANGLE {
    @Override
    void fill(GraphicsContext pen, double x, double y, double r) {
      double s = 1.25 * r;
      pen.fillPolygon(
          new double[] {x - s, x + s, x}, new double[] {y + 0.8 * s, y + 0.8 * s, y - s}, 3);
    }
  },
  /** On its side. */
  SQUARE {
    @Override
    void fill(GraphicsContext pen, double x, double y, double r) {
      double s = 0.9 * r;
      pen.fillRect(x - s, y - s, 2 * s, 2 * s);
    }
  },
  /** On its corner. */
  DIAMOND {
    @Override
    void fill(GraphicsContext pen, double x, double y, double r) {
      double s = 1.3 * r;
      pen.fillPolygon(new double[] {x - s, x, x + s, x}, new double[] {y, y - s, y, y + s}, 4);
    }
  },
  /** Two bars. */
  CROSS {
    @Override
    void fill(GraphicsContext pen, double x, double y, double r) {
      double s = 1.15 * r;
      double w = 0.42 * r;
      pen.fillRect(x - s, y - w, 2 * s, 2 * w);
      pen.fillRect(x - w, y - s, 2 * w, 2 * s);
    }
  };

  abstract void fill(GraphicsContext pen, double x, double y, double r);

  /** The shape of an index; indices beyond the last start over. */
  public static PointShape of(int index) {
    return values()[Math.floorMod(index, values().length)];
  }
}
