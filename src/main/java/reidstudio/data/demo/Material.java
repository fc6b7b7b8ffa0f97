package reidstudio.data.demo;

import java.awt.Color;

/**
 * What a surface is made of: its colour to the eye, its near-infrared reflectance (0 to 1), the
 * colour that it is drawn with, and its kind.
 */
record Material(Color visible, double infrared, Color drawn, Surface surface) {

  enum Surface {
    SKIN,
    HAIR,
    CLOTH,
    SCENERY
  }

  static Material cotton(Tint tint) {
    return new Material(tint.visible(), tint.infrared(), tint.pencil().color(), Surface.CLOTH);
  }

  /** Indigo is nearly transparent in the infrared: all jeans look light there. */
  static Material denim(Tint tint) {
    return new Material(
        tint.visible(), 0.60 + 0.15 * tint.infrared(), tint.pencil().color(), Surface.CLOTH);
  }

  /** Leather and rubber stay dark in the infrared, whatever their colour. */
  static Material leather(Tint tint) {
    return new Material(
        tint.visible(), 0.10 + 0.35 * tint.infrared(), tint.pencil().color(), Surface.CLOTH);
  }

  static Material scenery(Color visible, double infrared) {
    return of(visible, infrared, Surface.SCENERY);
  }

  /** Drawn in its own colour, mixed from several pencils. */
  static Material of(Color visible, double infrared, Surface surface) {
    return new Material(visible, infrared, visible, surface);
  }

  /** The same stuff in a darker place: a fold, a lining, the far side of the body. */
  Material shaded(double factor) {
    return new Material(darker(visible, factor), infrared * factor, darker(drawn, factor), surface);
  }

  private static Color darker(Color color, double factor) {
    return new Color(
        (int) (color.getRed() * factor),
        (int) (color.getGreen() * factor),
        (int) (color.getBlue() * factor));
  }

  /** Luma of the visible colour by ITU-R BT.601, 0 (black) to 1 (white). */
  double luma() {
    return (0.299 * visible.getRed() + 0.587 * visible.getGreen() + 0.114 * visible.getBlue())
        / 255;
  }
}
