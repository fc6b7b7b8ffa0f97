package reidstudio.data.demo;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.SplittableRandom;
import reidstudio.data.demo.Material.Surface;
import reidstudio.data.demo.Part.Crease;
import reidstudio.data.demo.Part.Patch;

/** A pencil sketch: outlines, hatching where cloth or hair is dark, no colour. */
final class SketchPainter extends Drawing {
  private static final Color GRAPHITE = new Color(40, 40, 44, 190);
  private static final double SLANT = -0.9;

  SketchPainter(Frame frame) {
    super(frame);
  }

  @Override
  void patch(Hand hand, Patch patch, Shape shape, AffineTransform place) {
    tone(hand, shape, patch.material());
    if (!patch.print().isPlain()) {
      Shape area = place.createTransformedShape(patch.print().over(patch.shape()));
      hand.pen().setColor(Color.WHITE);
      hand.pen().fill(area);
      tone(hand, area, patch.print().accent());
      hand.outline(area, new Color(60, 60, 64, 120), 0.8, 1);
    }
    hand.outline(shape, GRAPHITE, 1.1, 2);
  }

  /** The darker the cloth, the denser the strokes; the darkest are crossed. */
  private static void tone(Hand hand, Shape shape, Material material) {
    double darkness = 1 - material.luma();
    if (material.surface() == Surface.SKIN ? darkness < 0.75 : darkness < 0.25) {
      return;
    }
    double slant = material.surface() == Surface.HAIR ? 1.35 : SLANT;
    double spacing = 1.6 + 5.5 * (1 - darkness) * (1 - darkness);
    hand.hatch(shape, slant, spacing, 0.9, SketchPainter::lead);
    if (darkness > 0.72) {
      hand.hatch(shape, slant + 0.9, 2.2, 0.9, SketchPainter::lead);
    }
  }

  private static Color lead(SplittableRandom random) {
    int level = 40 + random.nextInt(50);
    return new Color(level, level, level, 110 + random.nextInt(80));
  }

  @Override
  void crease(Hand hand, Crease crease, Shape shape, double scale) {
    double width = Math.max(0.8, 0.6 * crease.width() * scale / hand.unit());
    hand.outline(shape, GRAPHITE, width, 1);
  }

  @Override
  void finish(Pixels pixels, SplittableRandom random) {
    double paper = 0.93 + 0.06 * random.nextDouble();
    double pressure = 0.8 + 0.25 * random.nextDouble();
    pixels.shade(
        (x, y, rgb) -> {
          double grain = 0.75 + 0.5 * random.nextDouble();
          float value = (float) (paper - (1 - rgb[0]) * pressure * grain);
          rgb[0] = value;
          rgb[1] = value;
          rgb[2] = value;
        });
    pixels.noise(0.008, 0, random);
  }
}
