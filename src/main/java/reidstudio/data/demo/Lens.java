package reidstudio.data.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;
import reidstudio.data.demo.Part.Crease;
import reidstudio.data.demo.Part.Patch;

/**
 * Projects parts onto a canvas as a camera sees them: flat colours with the soft shading of round
 * bodies.
 *
 * @param spectrum the colour in which the camera records a material
 */
record Lens(Graphics2D pen, Function<Material, Color> spectrum) {
  private static final float[] STOPS = {0f, 0.45f, 1f};
  private static final Color[] ROUNDING = {
    new Color(0, 0, 0, 70), new Color(255, 255, 255, 14), new Color(0, 0, 0, 90)
  };

  void project(List<Part> parts, AffineTransform toCanvas) {
    AffineTransform before = pen.getTransform();
    pen.transform(toCanvas);
    for (Part part : parts) {
      if (part instanceof Patch patch) {
        fill(patch);
      } else if (part instanceof Crease crease) {
        pen.setColor(spectrum.apply(crease.material()));
        pen.setStroke(
            new BasicStroke((float) crease.width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(crease.shape());
      }
    }
    pen.setTransform(before);
  }

  private void fill(Patch patch) {
    pen.setColor(spectrum.apply(patch.material()));
    pen.fill(patch.shape());
    if (!patch.print().isPlain()) {
      pen.setColor(spectrum.apply(patch.print().accent()));
      pen.fill(patch.print().over(patch.shape()));
    }
    if (patch.material().surface() != Material.Surface.SCENERY) {
      Rectangle2D bounds = patch.shape().getBounds2D();
      pen.setPaint(
          new LinearGradientPaint(
              (float) bounds.getMinX(), 0, (float) bounds.getMaxX() + 1e-4f, 0, STOPS, ROUNDING));
      pen.fill(patch.shape());
    }
  }
}
