package reidstudio.data.demo;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.SplittableRandom;
import reidstudio.data.demo.Part.Crease;
import reidstudio.data.demo.Part.Patch;

/**
 * A coloured-pencil drawing: hatched colour that never quite matches, dark outlines, grain of the
 * paper. Whoever draws from memory has forgotten some colours and leaves those places white, so
 * that other modalities know what a drawing does not.
 */
final class PencilPainter extends Drawing {
  private static final double FORGOTTEN = 0.3;

  PencilPainter(Frame frame) {
    super(frame);
  }

  @Override
  Appearance recalled(Appearance seen, SplittableRandom random) {
    Upper upper = seen.upper();
    return new Appearance(
        seen.build(),
        seen.stature(),
        seen.skin(),
        seen.hair(),
        new Headwear(seen.headwear().kind(), recalled(seen.headwear().tint(), random)),
        seen.glasses(),
        new Upper(
            upper.kind(),
            recalled(upper.tint(), random),
            upper.pattern(),
            recalled(upper.accent(), random)),
        new Lower(seen.lower().kind(), recalled(seen.lower().tint(), random)),
        recalled(seen.shoes(), random),
        new Bag(seen.bag().kind(), recalled(seen.bag().tint(), random)));
  }

  private static Tint recalled(Tint tint, SplittableRandom random) {
    return random.nextDouble() < FORGOTTEN ? Tint.WHITE : tint;
  }

  @Override
  void patch(Hand hand, Patch patch, Shape shape, AffineTransform place) {
    Color pencil = patch.material().drawn();
    colour(hand, shape, pencil);
    if (!patch.print().isPlain()) {
      Shape area = place.createTransformedShape(patch.print().over(patch.shape()));
      hand.pen().setColor(Color.WHITE);
      hand.pen().fill(area);
      colour(hand, area, patch.print().accent().drawn());
    }
    hand.outline(shape, contour(pencil), 1.0, 2);
  }

  private static void colour(Hand hand, Shape shape, Color color) {
    hand.pen().setColor(translucent(color, 105));
    hand.pen().fill(shape);
    double slant = -0.9 + 0.5 * (hand.random().nextDouble() - 0.5);
    hand.hatch(shape, slant, 2.0, 1.5, random -> translucent(varied(color, random), 120));
    hand.hatch(shape, slant + 0.5, 4.5, 1.3, random -> translucent(varied(color, random), 110));
  }

  /** No pencil in the box has exactly the colour of the cloth. */
  private static Color varied(Color color, SplittableRandom random) {
    double light = 0.78 + 0.42 * random.nextDouble();
    return new Color(
        vary(color.getRed(), light, random),
        vary(color.getGreen(), light, random),
        vary(color.getBlue(), light, random));
  }

  private static int vary(int channel, double light, SplittableRandom random) {
    return (int) Math.max(0, Math.min(255, channel * light + 36 * (random.nextDouble() - 0.5)));
  }

  private static Color contour(Color color) {
    return new Color(color.getRed() / 3, color.getGreen() / 3, color.getBlue() / 3, 170);
  }

  private static Color translucent(Color color, int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  @Override
  void crease(Hand hand, Crease crease, Shape shape, double scale) {
    double width = Math.max(0.8, crease.width() * scale / hand.unit());
    hand.outline(shape, translucent(crease.material().drawn(), 220), width, 1);
  }

  @Override
  void finish(Pixels pixels, SplittableRandom random) {
    double warm = 0.02 + 0.04 * random.nextDouble();
    double pressure = 0.82 + 0.18 * random.nextDouble();
    pixels.shade(
        (x, y, rgb) -> {
          double grain = pressure * (0.72 + 0.36 * random.nextDouble());
          rgb[0] = (float) (0.985 - (1 - rgb[0]) * grain);
          rgb[1] = (float) (0.975 - warm / 3 - (1 - rgb[1]) * grain);
          rgb[2] = (float) (0.965 - warm - (1 - rgb[2]) * grain);
        });
    pixels.noise(0.006, 0.004, random);
  }
}
