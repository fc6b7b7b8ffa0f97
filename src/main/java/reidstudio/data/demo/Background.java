package reidstudio.data.demo;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import reidstudio.data.demo.Part.Crease;
import reidstudio.data.demo.Part.Patch;

/**
 * The place behind (and sometimes before) a person, as parts in scenery units: y from 0 to 1, x
 * from 0 to the aspect of the picture. It knows nothing of the person, so it gives no hint who it
 * is.
 */
final class Background {
  private static final double SKIRTING = 0.018;

  private final double aspect;
  private final SplittableRandom random;
  private final List<Part> parts = new ArrayList<>();

  private Background(double aspect, SplittableRandom random) {
    this.aspect = aspect;
    this.random = random;
  }

  static List<Part> of(Setting setting, double aspect, SplittableRandom random) {
    Background scene = new Background(aspect, random);
    switch (setting) {
      case HALL -> scene.hall();
      case STREET -> scene.street();
      case PARK -> scene.park();
      case COURTYARD -> scene.courtyard();
    }
    return List.copyOf(scene.parts);
  }

  /**
   * Something close to the camera that hides a part of the person: a post, a hedge, a table edge.
   */
  static List<Part> obstacle(double aspect, SplittableRandom random) {
    Background scene = new Background(aspect, random);
    switch (random.nextInt(3)) {
      case 0 -> {
        double x = aspect * (random.nextBoolean() ? 0.12 : 0.80) + 0.04 * random.nextDouble();
        scene.box(x, -0.1, 0.045, 1.2, grey(0.35), 0.4);
      }
      case 1 -> scene.bushes(0.90 - 0.08 * random.nextDouble());
      default ->
          scene.box(
              -0.1, 0.80 + 0.08 * random.nextDouble(), aspect + 0.2, 0.4, scene.tint(0.45), 0.5);
    }
    return List.copyOf(scene.parts);
  }

  private void hall() {
    double floor = between(0.70, 0.86);
    Color wall = hue(between(0.06, 0.16), between(0.02, 0.18), between(0.68, 0.90));
    box(0, 0, aspect, floor, wall, 0.62);
    box(0, floor, aspect, 1 - floor, hue(between(0.05, 0.12), 0.22, between(0.35, 0.6)), 0.42);
    box(0, floor - SKIRTING, aspect, SKIRTING, grey(0.4), 0.35);
    if (random.nextBoolean()) {
      double x = between(-0.1, aspect - 0.1);
      box(x, floor - 0.62, 0.24, 0.62, hue(between(0.05, 0.65), 0.35, 0.55), 0.5);
      box(x + 0.02, floor - 0.60, 0.20, 0.60, hue(between(0.05, 0.65), 0.3, 0.62), 0.55);
    } else {
      double x = between(-0.05, aspect - 0.15);
      box(x, between(0.08, 0.22), 0.17, 0.20, grey(0.92), 0.8);
      box(x + 0.015, between(0.12, 0.24), 0.14, 0.10, tint(0.6), 0.5);
    }
    for (int i = 0; i < 4; i++) {
      double y = floor + (1 - floor) * i * i / 12.0;
      line(grey(0.35), 0.003, 0, y, aspect, y);
    }
  }

  private void street() {
    double ground = between(0.58, 0.74);
    box(0, 0, aspect, 0.25, hue(0.57, between(0.05, 0.3), between(0.8, 0.95)), 0.25);
    double x = between(-0.2, 0);
    while (x < aspect) {
      double width = between(0.16, 0.34);
      double top = between(-0.2, 0.16);
      box(
          x,
          top,
          width,
          ground - top,
          hue(between(0.02, 0.13), between(0.1, 0.4), between(0.45, 0.8)),
          0.55);
      windows(x, top, width, ground);
      x += width;
    }
    box(0, ground, aspect, 1 - ground, grey(between(0.38, 0.55)), 0.35);
    box(0, ground, aspect, 0.05, grey(0.66), 0.45);
    box(0, ground + 0.05, aspect, 0.008, grey(0.3), 0.25);
    if (random.nextInt(3) > 0) {
      car(between(-0.25, aspect - 0.15), ground);
    }
    if (random.nextBoolean()) {
      box(between(0, aspect), -0.1, 0.016, ground + 0.14, grey(0.25), 0.2);
    }
  }

  private void windows(double x, double top, double width, double ground) {
    Color glass = hue(0.58, between(0.1, 0.35), between(0.3, 0.6));
    for (double y = top + 0.05; y < ground - 0.12; y += 0.13) {
      for (double wx = x + 0.03; wx < x + width - 0.05; wx += 0.075) {
        box(wx, y, 0.042, 0.075, glass, 0.15);
      }
    }
  }

  private void car(double x, double ground) {
    Color paint = tint(0.7);
    double y = ground - 0.02;
    add(
        Contour.rounded(
            0.3, x + 0.07, y - 0.10, x + 0.26, y - 0.10, x + 0.33, y - 0.04, x, y - 0.04),
        paint,
        0.5);
    add(
        Contour.rounded(
            0.2, x - 0.03, y - 0.05, x + 0.38, y - 0.05, x + 0.39, y + 0.03, x - 0.04, y + 0.03),
        paint,
        0.5);
    add(new Ellipse2D.Double(x + 0.02, y, 0.07, 0.07), grey(0.12), 0.1);
    add(new Ellipse2D.Double(x + 0.26, y, 0.07, 0.07), grey(0.12), 0.1);
  }

  private void park() {
    double ground = between(0.48, 0.66);
    box(0, 0, aspect, ground, hue(0.56, between(0.08, 0.35), between(0.82, 0.97)), 0.22);
    bushes(between(0.25, 0.42), ground);
    box(
        0,
        ground,
        aspect,
        1 - ground,
        hue(between(0.22, 0.30), between(0.35, 0.6), between(0.4, 0.6)),
        0.82);
    for (int i = 0; i < 40; i++) {
      double y = between(ground, 1);
      double x = between(0, aspect);
      line(hue(0.27, 0.5, between(0.3, 0.6)), 0.004, x, y, x + between(-0.01, 0.01), y - 0.02);
    }
    if (random.nextBoolean()) {
      double x = between(0, aspect);
      box(x, between(-0.1, 0.1), 0.035, ground, hue(0.07, 0.4, 0.3), 0.35);
    }
    if (random.nextBoolean()) {
      double x = between(-0.2, aspect - 0.1);
      add(
          Contour.rounded(0.1, x + 0.1, ground, x + 0.2, ground, x + 0.5, 1.02, x - 0.1, 1.02),
          hue(0.1, 0.18, between(0.6, 0.8)),
          0.55);
    }
  }

  private void bushes(double top) {
    bushes(top, 1.1);
  }

  /** Leaves are dark green to the eye and bright in the infrared. */
  private void bushes(double top, double bottom) {
    for (double x = -0.1; x < aspect + 0.05; x += between(0.05, 0.11)) {
      double size = between(0.14, 0.28);
      double y = top + between(0, 0.08);
      add(
          new Ellipse2D.Double(x, y, size, bottom - y + 0.1),
          hue(between(0.22, 0.36), between(0.4, 0.65), between(0.25, 0.5)),
          between(0.7, 0.95));
    }
  }

  private void courtyard() {
    double floor = between(0.66, 0.80);
    box(0, 0, aspect, floor, hue(between(0.01, 0.07), between(0.25, 0.5), between(0.45, 0.7)), 0.5);
    Color mortar = grey(between(0.5, 0.75));
    int course = 0;
    for (double y = 0; y < floor; y += 0.042, course++) {
      line(mortar, 0.004, 0, y, aspect, y);
      for (double x = course % 2 == 0 ? 0 : 0.05; x < aspect; x += 0.10) {
        line(mortar, 0.004, x, y, x, y + 0.042);
      }
    }
    box(0, floor, aspect, 1 - floor, hue(0.1, 0.08, between(0.5, 0.72)), 0.45);
    for (double x = -1; x < 1.5; x += 0.16) {
      line(grey(0.4), 0.004, aspect / 2 + x * 0.5, floor, aspect / 2 + x, 1);
    }
    if (random.nextBoolean()) {
      double x = between(0, aspect - 0.1);
      box(x, floor - 0.16, 0.10, 0.19, tint(0.5), 0.5);
    }
    if (random.nextInt(3) == 0) {
      box(between(-0.1, aspect - 0.1), 0.10, 0.20, 0.26, hue(0.58, 0.2, 0.45), 0.15);
    }
  }

  private void box(double x, double y, double w, double h, Color color, double infrared) {
    add(new Rectangle2D.Double(x, y, w, h), color, infrared);
  }

  private void line(Color color, double width, double... xy) {
    parts.add(new Crease(Contour.line(xy), Material.scenery(color, 0.4), width));
  }

  private void add(Shape shape, Color color, double infrared) {
    parts.add(new Patch(shape, Material.scenery(color, infrared)));
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private Color tint(double brightness) {
    return hue(random.nextDouble(), between(0.1, 0.7), brightness);
  }

  private static Color grey(double value) {
    return new Color((float) value, (float) value, (float) value);
  }

  private static Color hue(double hue, double saturation, double brightness) {
    return Color.getHSBColor((float) hue, (float) saturation, (float) brightness);
  }
}
