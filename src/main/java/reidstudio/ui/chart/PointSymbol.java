package reidstudio.ui.chart;

import javafx.scene.canvas.Canvas;

/** The symbol of a group of points, for a legend. */
public final class PointSymbol extends Canvas {
  private static final double SIZE = 14;
  private static final double RADIUS = 4.5;

  /** As {@link ScatterPlot} draws it. */
  public PointSymbol(int color, int shape) {
    super(SIZE, SIZE);
    getGraphicsContext2D()
        .setFill(color == ScatterPoints.FAINT ? ScatterPlot.GREY : Palette.color(color));
    PointShape.of(shape).fill(getGraphicsContext2D(), SIZE / 2, SIZE / 2, RADIUS);
  }
}
