package reidstudio.data.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;

/** The dim patch at a person's feet that puts the person on the ground. */
final class GroundShadow {
  private GroundShadow() {}

  /** Draws the shadow; {@code alpha} (0 to 255) is its darkness. */
  static void cast(Graphics2D pen, AffineTransform place, int alpha) {
    AffineTransform before = pen.getTransform();
    pen.transform(place);
    pen.setColor(new Color(0, 0, 0, alpha / 2));
    pen.fill(new Ellipse2D.Double(-0.16, 0.955, 0.36, 0.065));
    pen.fill(new Ellipse2D.Double(-0.12, 0.968, 0.26, 0.042));
    pen.setTransform(before);
  }
}
