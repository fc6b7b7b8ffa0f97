package reidstudio.ui.chart;

import javafx.scene.paint.Color;

/** Draws grid lines as hairlines on whole device pixels. */
final class GridPainter {
  private static final double VERTICAL_OPACITY = 0.5;

  private GridPainter() {}

  static void paint(Surface surface, PlotFrame frame, Color color) {
    int thickness = (int) Math.max(1, Math.floor(frame.scale() / 2));
    Ink faint = Ink.of(color, VERTICAL_OPACITY);
    for (double value : frame.xTicks().values()) {
      int x = (int) Math.floor(frame.x().toPixel(value) * frame.scale());
      surface.fill(Math.min(x, surface.width() - thickness), 0, thickness, surface.height(), faint);
    }
    Ink ink = Ink.of(color, 1);
    for (double value : frame.yTicks().values()) {
      int y = (int) Math.floor(frame.y().toPixel(value) * frame.scale());
      surface.fill(0, Math.min(y, surface.height() - thickness), surface.width(), thickness, ink);
    }
  }
}
