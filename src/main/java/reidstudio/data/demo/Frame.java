package reidstudio.data.demo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * The size of a picture in pixels. Painters draw at twice the size and shrink, which smooths every
 * edge alike.
 */
record Frame(int width, int height) {

  /** Pictures are upright; scenery uses the height as its unit, so x runs from 0 to this. */
  double aspect() {
    return (double) width / height;
  }

  BufferedImage canvas() {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  static Graphics2D pen(BufferedImage canvas) {
    Graphics2D g = canvas.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return g;
  }

  /** From scenery units to canvas pixels. */
  AffineTransform scenery() {
    return AffineTransform.getScaleInstance(height, height);
  }

  /**
   * From body units to canvas pixels, as a person detector crops: nearly centred, nearly filling
   * the height.
   */
  AffineTransform detected(Pose pose, double reach, SplittableRandom random) {
    double scale = (0.88 + 0.07 * random.nextDouble()) * (0.5 + 0.5 * reach);
    double x = aspect() * (0.5 + 0.07 * (2 * random.nextDouble() - 1));
    double slack = 1 - scale;
    double y = slack * (0.35 + 0.4 * random.nextDouble());
    return body(pose, scale, x, y);
  }

  /** From body units to canvas pixels, centred on the sheet. */
  AffineTransform centred(Pose pose, double reach) {
    double scale = 0.9 * (0.5 + 0.5 * reach);
    return body(pose, scale, aspect() * 0.5, (1 - scale) * 0.55);
  }

  private AffineTransform body(Pose pose, double scale, double x, double y) {
    AffineTransform transform = scenery();
    transform.translate(x, y);
    transform.scale(pose.mirrored() && pose.view() == View.SIDE ? -scale : scale, scale);
    return transform;
  }
}
