package reidstudio.data.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import reidstudio.data.demo.Part.Crease;
import reidstudio.data.demo.Part.Patch;

/** Work on paper, part by part: what sketch and coloured pencil have in common. */
abstract class Drawing implements Painter {
  private final Frame frame;

  Drawing(Frame frame) {
    this.frame = frame;
  }

  @Override
  public final BufferedImage paint(
      Appearance appearance, View view, Setting setting, SplittableRandom random) {
    BufferedImage canvas = frame.canvas();
    Graphics2D pen = Frame.pen(canvas);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    Hand hand = new Hand(pen, canvas.getHeight() / 256.0, random);
    Pose pose = Pose.standing(view, random);
    double reach = Physique.of(appearance.build(), appearance.stature()).reach();
    AffineTransform place = frame.centred(pose, reach);
    for (Part part : Figure.of(recalled(appearance, random), pose).parts()) {
      Shape shape = place.createTransformedShape(part.shape());
      if (part instanceof Patch patch) {
        pen.setColor(Color.WHITE);
        pen.fill(shape);
        patch(hand, patch, shape, place);
      } else if (part instanceof Crease crease) {
        crease(hand, crease, shape, place.getScaleY());
      }
    }
    pen.dispose();
    Pixels pixels = Pixels.of(canvas);
    finish(pixels, random);
    return pixels.toImage();
  }

  /** What the drawing can tell of somebody's looks: all of it, unless something was forgotten. */
  Appearance recalled(Appearance appearance, SplittableRandom random) {
    return appearance;
  }

  /** Draws an area whose paper is still white; {@code shape} is in canvas pixels. */
  abstract void patch(Hand hand, Patch patch, Shape shape, AffineTransform place);

  /** Draws a line; {@code scale} turns the crease's width into canvas pixels. */
  abstract void crease(Hand hand, Crease crease, Shape shape, double scale);

  /** Adds what the paper does to the picture. */
  abstract void finish(Pixels pixels, SplittableRandom random);
}
