package reidstudio.ui.chart;

import javafx.scene.paint.Color;

/** A colour ready for blending into premultiplied pixels. All components are in {@code [0, 1]}. */
record Ink(double red, double green, double blue, double opacity) {
  static Ink of(Color color, double opacity) {
    return new Ink(color.getRed(), color.getGreen(), color.getBlue(), color.getOpacity() * opacity);
  }

  /** The premultiplied pixel when only {@code coverage} of it is inked. */
  int premultiplied(double coverage) {
    double alpha = opacity * coverage;
    return channel(alpha) << 24
        | channel(red * alpha) << 16
        | channel(green * alpha) << 8
        | channel(blue * alpha);
  }

  private static int channel(double value) {
    return (int) (value * 255 + 0.5);
  }
}
