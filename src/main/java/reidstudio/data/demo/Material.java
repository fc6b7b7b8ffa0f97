package reidstudio.data.demo;

import java.awt.Color;

/**
 * What a surface is made of: its colour to the eye, its near-infrared reflectance (0 to 1) and its
 * kind.
 */
record Material(Color visible, double infrared, Surface surface) {

  enum Surface {
    SKIN,
    HAIR,
    CLOTH,
    SCENERY
  }

  static Material cotton(Tint tint) {
    return new Material(tint.visible(), tint.infrared(), Surface.CLOTH);
  }

  /** Indigo is nearly transparent in the infrared: all jeans look light there. */
  static Material denim(Tint tint) {
    return new Material(tint.visible(), 0.60 + 0.15 * tint.infrared(), Surface.CLOTH);
  }

  /** Leather and rubber stay dark in the infrared, whatever their colour. */
  static Material leather(Tint tint) {
    return new Material(tint.visible(), 0.10 + 0.35 * tint.infrared(), Surface.CLOTH);
  }

  static Material scenery(Color visible, double infrared) {
    return new Material(visible, infrared, Surface.SCENERY);
  }

  /** The same stuff in a darker place: a fold, a lining, the far side of the body. */
  Material shaded(double factor) {
    Color darker =
        new Color(
            (int) (visible.getRed() * factor),
            (int) (visible.getGreen() * factor),
            (int) (visible.getBlue() * factor));
    return new Material(darker, infrared * factor, surface);
  }

  /** Luma of the visible colour by ITU-R BT.601, 0 (black) to 1 (white). */
  double luma() {
    return (0.299 * visible.getRed() + 0.587 * visible.getGreen() + 0.114 * visible.getBlue())
        / 255;
  }
}
