package reidstudio.data.demo;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import reidstudio.data.demo.Part.Crease;
import reidstudio.data.demo.Part.Patch;

/**
 * Head, face, hair and what is worn on it. Drawn at the standard size, then scaled about the chin.
 */
final class HeadShapes {
  private static final double CHIN_Y = 0.135;

  /** Eyes shine back at the lamp of an infrared camera. */
  private static final Material EYE = Material.of(new Color(0x241A16), 0.95, Material.Surface.SKIN);

  private static final Material LIPS =
      Material.of(new Color(0x8A4038), 0.45, Material.Surface.SKIN);
  private static final Material FRAME =
      Material.of(new Color(0x17181C), 0.15, Material.Surface.SKIN);

  private final Appearance appearance;
  private final View view;
  private final double scale;
  private final Material skin;
  private final Material hair;

  HeadShapes(Appearance appearance, Skeleton skeleton) {
    this.appearance = appearance;
    this.view = skeleton.view();
    this.scale = skeleton.physique().head();
    this.skin = appearance.skin().material();
    this.hair = appearance.hair().shade().material();
  }

  /** Long hair seen from the front falls behind the shoulders. */
  List<Part> behindBody() {
    if (view != View.FRONT) {
      return List.of();
    }
    return switch (appearance.hair().style()) {
      case LONG -> List.of(hair(Contour.symmetric(0.3, 0.05, 0.0, 0.066, 0.08, 0.074, 0.27)));
      case SHOULDER_LENGTH ->
          List.of(hair(Contour.symmetric(0.35, 0.05, 0.0, 0.063, 0.08, 0.066, 0.165)));
      case PONYTAIL ->
          List.of(hair(Contour.rounded(0.4, 0.03, 0.03, 0.064, 0.05, 0.072, 0.17, 0.05, 0.18)));
      case BALD, SHORT, BUN -> List.of();
    };
  }

  List<Part> neck() {
    double back = view == View.SIDE ? -0.034 : -0.025;
    return List.of(
        new Patch(
            Contour.rounded(0.15, back, 0.10, 0.025, 0.10, 0.028, 0.175, back - 0.004, 0.175),
            skin.shaded(0.86)));
  }

  List<Part> parts() {
    return switch (view) {
      case FRONT -> front();
      case BACK -> back();
      case SIDE -> side();
    };
  }

  private List<Part> front() {
    List<Part> parts = new ArrayList<>();
    parts.add(
        patch(Contour.symmetric(0.45, 0.03, -0.004, 0.052, 0.03, 0.047, 0.1, 0.022, 0.138), skin));
    parts.add(patch(new Ellipse2D.Double(-0.023, 0.062, 0.010, 0.009), EYE));
    parts.add(patch(new Ellipse2D.Double(0.013, 0.062, 0.010, 0.009), EYE));
    parts.add(crease(Contour.line(-0.028, 0.052, -0.010, 0.051), hair.shaded(0.8), 0.004));
    parts.add(crease(Contour.line(0.010, 0.051, 0.028, 0.052), hair.shaded(0.8), 0.004));
    parts.add(
        crease(Contour.line(0.001, 0.068, -0.004, 0.086, 0.005, 0.087), skin.shaded(0.7), 0.003));
    parts.add(crease(Contour.line(-0.015, 0.106, 0.015, 0.106), LIPS, 0.005));
    if (appearance.glasses()) {
      parts.add(crease(new Ellipse2D.Double(-0.034, 0.054, 0.029, 0.026), FRAME, 0.006));
      parts.add(crease(new Ellipse2D.Double(0.005, 0.054, 0.029, 0.026), FRAME, 0.006));
      parts.add(crease(Contour.line(-0.005, 0.064, 0.005, 0.064), FRAME, 0.006));
    }
    parts.addAll(frontHair());
    parts.addAll(headwear(0));
    return parts;
  }

  private List<Part> frontHair() {
    Part cap =
        hair(
            Contour.symmetric(
                0.3, 0.030, -0.016, 0.056, 0.012, 0.056, 0.066, 0.047, 0.066, 0.040, 0.034, 0.010,
                0.026));
    return switch (appearance.hair().style()) {
      case BALD -> List.of();
      case SHORT, PONYTAIL -> List.of(cap);
      case BUN -> List.of(hair(new Ellipse2D.Double(-0.026, -0.046, 0.052, 0.046)), cap);
      case SHOULDER_LENGTH -> List.of(strand(-1, 0.158), strand(1, 0.158), cap);
      case LONG -> List.of(strand(-1, 0.265), strand(1, 0.265), cap);
    };
  }

  private Part strand(int side, double end) {
    return hair(
        Contour.rounded(
            0.3,
            side * 0.040,
            0.030,
            side * 0.060,
            0.030,
            side * 0.068,
            (0.05 + end) / 2,
            side * 0.062,
            end,
            side * 0.044,
            end - 0.004,
            side * 0.046,
            0.090));
  }

  private List<Part> back() {
    List<Part> parts = new ArrayList<>();
    parts.add(
        patch(Contour.symmetric(0.45, 0.03, -0.004, 0.052, 0.03, 0.047, 0.1, 0.022, 0.132), skin));
    Part nape =
        hair(Contour.symmetric(0.35, 0.032, -0.016, 0.058, 0.018, 0.055, 0.085, 0.036, 0.118));
    switch (appearance.hair().style()) {
      case BALD -> {}
      case SHORT -> parts.add(nape);
      case SHOULDER_LENGTH ->
          parts.add(hair(Contour.symmetric(0.25, 0.034, -0.016, 0.062, 0.03, 0.068, 0.165)));
      case LONG ->
          parts.add(hair(Contour.symmetric(0.25, 0.034, -0.016, 0.062, 0.03, 0.074, 0.28)));
      case PONYTAIL -> {
        parts.add(nape);
        parts.add(tail(0));
      }
      case BUN -> {
        parts.add(nape);
        parts.add(patch(new Ellipse2D.Double(-0.030, 0.000, 0.060, 0.058), hair.shaded(0.8)));
      }
    }
    parts.addAll(headwear(0));
    return parts;
  }

  private Part tail(double x) {
    return patch(
        Contour.rounded(
            0.35, x - 0.016, 0.045, x + 0.016, 0.045, x + 0.026, 0.13, x + 0.006, 0.235, x - 0.012,
            0.235, x - 0.024, 0.13),
        hair.shaded(0.82));
  }

  /** Looks towards +x. */
  private List<Part> side() {
    List<Part> parts = new ArrayList<>();
    parts.add(
        patch(
            Contour.rounded(
                0.3, -0.050, 0.000, 0.020, -0.004, 0.046, 0.024, 0.047, 0.060, 0.062, 0.084, 0.046,
                0.092, 0.044, 0.122, 0.020, 0.138, -0.030, 0.118, -0.064, 0.070),
            skin));
    parts.add(patch(new Ellipse2D.Double(0.027, 0.060, 0.009, 0.010), EYE));
    parts.add(crease(Contour.line(0.022, 0.050, 0.042, 0.050), hair.shaded(0.8), 0.004));
    parts.add(crease(Contour.line(0.026, 0.107, 0.044, 0.106), LIPS, 0.005));
    if (appearance.glasses()) {
      parts.add(crease(new Ellipse2D.Double(0.020, 0.052, 0.026, 0.026), FRAME, 0.006));
      parts.add(crease(Contour.line(0.020, 0.062, -0.020, 0.058), FRAME, 0.006));
    }
    parts.addAll(sideHair());
    parts.add(
        crease(Contour.line(-0.010, 0.060, -0.018, 0.070, -0.010, 0.084), skin.shaded(0.7), 0.005));
    parts.addAll(headwear(1));
    return parts;
  }

  private List<Part> sideHair() {
    Part cap =
        hair(
            Contour.rounded(
                0.3, 0.046, 0.026, 0.030, -0.012, -0.030, -0.020, -0.068, 0.020, -0.066, 0.075,
                -0.046, 0.112, -0.030, 0.100, -0.020, 0.058, 0.000, 0.056, 0.006, 0.030));
    return switch (appearance.hair().style()) {
      case BALD -> List.of();
      case SHORT -> List.of(cap);
      case BUN -> List.of(hair(new Ellipse2D.Double(-0.092, 0.000, 0.050, 0.052)), cap);
      case PONYTAIL -> List.of(tail(-0.072), cap);
      case SHOULDER_LENGTH -> List.of(mane(0.165), cap);
      case LONG -> List.of(mane(0.275), cap);
    };
  }

  private Part mane(double end) {
    return hair(
        Contour.rounded(
            0.3,
            -0.010,
            0.020,
            -0.066,
            0.020,
            -0.078,
            (0.05 + end) / 2,
            -0.070,
            end,
            -0.026,
            end,
            -0.012,
            0.110));
  }

  /** {@code facing}: 0 for front and back, 1 for a face towards +x. */
  private List<Part> headwear(int facing) {
    Headwear worn = appearance.headwear();
    Material cloth = Material.cotton(worn.tint());
    double back = facing == 0 ? -0.060 : -0.074;
    double fore = facing == 0 ? 0.060 : 0.052;
    Part dome =
        patch(
            Contour.rounded(0.3, back, 0.036, back * 0.9, -0.022, fore * 0.85, -0.026, fore, 0.034),
            cloth);
    return switch (worn.kind()) {
      case NONE -> List.of();
      case BEANIE ->
          List.of(
              dome,
              patch(
                  Contour.rounded(0.2, back, 0.018, fore, 0.016, fore, 0.042, back, 0.044),
                  cloth.shaded(0.8)));
      case CAP ->
          view == View.BACK
              ? List.of(dome)
              : List.of(dome, patch(peak(facing), cloth.shaded(0.75)));
      case BRIMMED_HAT ->
          List.of(
              dome,
              patch(
                  new Ellipse2D.Double(back - 0.040, 0.020, fore - back + 0.080, 0.026),
                  cloth.shaded(0.85)));
    };
  }

  private static Shape peak(int facing) {
    return facing == 0
        ? Contour.symmetric(0.35, 0.048, 0.024, 0.056, 0.040, 0.030, 0.046)
        : Contour.rounded(0.25, 0.010, 0.022, 0.050, 0.020, 0.104, 0.040, 0.010, 0.038);
  }

  private Part hair(Shape shape) {
    return patch(shape, hair);
  }

  private Part patch(Shape shape, Material material) {
    return new Patch(scaled(shape), material);
  }

  private Part crease(Shape shape, Material material, double width) {
    return new Crease(scaled(shape), material, width);
  }

  private Shape scaled(Shape shape) {
    AffineTransform about = AffineTransform.getTranslateInstance(0, CHIN_Y);
    about.scale(scale, scale);
    about.translate(0, -CHIN_Y);
    return new Path2D.Double(shape, about);
  }
}
