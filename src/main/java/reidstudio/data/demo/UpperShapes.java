package reidstudio.data.demo;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import reidstudio.data.demo.Part.Crease;
import reidstudio.data.demo.Part.Patch;

/** Trunk and arms in the upper garment. */
final class UpperShapes {
  private static final double FAR_SHADE = 0.82;
  private static final double SHORT_SLEEVE = 0.75;

  private final Upper upper;
  private final Skeleton skeleton;
  private final Material skin;
  private final Material cloth;

  UpperShapes(Appearance appearance, Skeleton skeleton) {
    this.upper = appearance.upper();
    this.skeleton = skeleton;
    this.skin = appearance.skin().material();
    this.cloth = Material.cotton(upper.tint());
  }

  List<Part> trunk() {
    List<Part> parts = new ArrayList<>();
    if (upper.kind() == Upper.Kind.HOODIE && skeleton.view() == View.FRONT) {
      parts.add(new Patch(new Ellipse2D.Double(-0.062, 0.118, 0.124, 0.075), cloth.shaded(0.75)));
    }
    parts.add(new Patch(side() ? sideTrunk() : uprightTrunk(), cloth, print(1)));
    parts.addAll(details());
    return parts;
  }

  List<Part> farArm() {
    return arm(skeleton.farArm(), side() ? FAR_SHADE : 1);
  }

  List<Part> nearArm() {
    return arm(skeleton.nearArm(), 1);
  }

  private boolean side() {
    return skeleton.view() == View.SIDE;
  }

  private Print print(double shade) {
    return new Print(upper.pattern(), Material.cotton(upper.accent()).shaded(shade));
  }

  private double hem() {
    return switch (upper.kind()) {
      case T_SHIRT -> 0.490;
      case SHIRT -> 0.515;
      case JACKET -> 0.500;
      case HOODIE -> 0.505;
      case COAT -> 0.680;
    };
  }

  /** How much thicker than a shirt the garment is. */
  private double bulk() {
    return switch (upper.kind()) {
      case T_SHIRT, SHIRT -> 1;
      case JACKET, HOODIE -> 1.08;
      case COAT -> 1.12;
    };
  }

  private Shape uprightTrunk() {
    Physique p = skeleton.physique();
    double hip = p.hip() * bulk();
    double hem = hem();
    double flare = upper.kind() == Upper.Kind.COAT ? 1.22 : 1.05;
    return Contour.symmetric(
        0.22,
        0.030,
        0.146,
        p.shoulder() * 0.72,
        0.163,
        p.shoulder(),
        0.192,
        Math.max(p.waist() * 1.16, p.shoulder() * 0.84) * bulk(),
        0.265,
        p.waist() * bulk(),
        0.390,
        hip * flare,
        hem - 0.012,
        hip * flare * 0.99,
        hem);
  }

  private Shape sideTrunk() {
    double d = skeleton.physique().depth() * bulk();
    double hem = hem();
    double flare = upper.kind() == Upper.Kind.COAT ? 1.2 : 1;
    return Contour.rounded(
        0.25,
        -0.034,
        0.150,
        0.026,
        0.152,
        d * 0.80,
        0.200,
        d * 1.02,
        0.275,
        d * 0.96,
        0.400,
        d * flare,
        hem - 0.006,
        d * flare,
        hem,
        -d * flare,
        hem,
        -d * flare,
        hem - 0.01,
        -d * 0.86,
        0.390,
        -d * 1.02,
        0.250,
        -d * 0.86,
        0.185);
  }

  private List<Part> arm(Limb arm, double shade) {
    double k = skeleton.physique().limb();
    List<Part> parts = new ArrayList<>();
    Ellipse2D hand =
        new Ellipse2D.Double(arm.tipX() - 0.017 * k, arm.tipY() - 0.012, 0.034 * k, 0.048);
    parts.add(new Patch(hand, skin.shaded(shade)));
    Print print = print(shade);
    if (upper.kind() == Upper.Kind.T_SHIRT) {
      parts.add(new Patch(Contour.tube(arm, 0.028 * k, 0.024 * k, 0.017 * k), skin.shaded(shade)));
      Shape sleeve = Contour.tube(arm.upperShare(SHORT_SLEEVE), 0.038 * k, 0.037 * k, 0.036 * k);
      parts.add(new Patch(sleeve, cloth.shaded(shade), print));
    } else {
      double b = bulk() * k;
      Shape sleeve = Contour.tube(arm, 0.036 * b, 0.031 * b, 0.025 * b);
      parts.add(new Patch(sleeve, cloth.shaded(shade), print));
    }
    return parts;
  }

  private List<Part> details() {
    return switch (skeleton.view()) {
      case FRONT -> frontDetails();
      case BACK -> upper.kind() == Upper.Kind.HOODIE ? List.of(hoodBehind()) : List.of(spine());
      case SIDE -> upper.kind() == Upper.Kind.HOODIE ? List.of(hoodAside()) : List.of();
    };
  }

  private List<Part> frontDetails() {
    Material seam = cloth.shaded(0.55);
    return switch (upper.kind()) {
      case T_SHIRT -> List.of(new Patch(Contour.symmetric(0.35, 0.034, 0.138, 0.026, 0.172), skin));
      case SHIRT ->
          List.of(
              new Patch(Contour.rounded(0, -0.022, 0.145, 0.022, 0.145, 0, 0.19), skin),
              collar(1, 0.205),
              collar(-1, 0.205),
              new Crease(Contour.line(0, 0.19, 0, hem()), seam, 0.004));
      case JACKET ->
          List.of(
              inner(0.26),
              collar(1, 0.235),
              collar(-1, 0.235),
              new Crease(Contour.line(0, 0.25, 0, hem()), seam, 0.008));
      case COAT ->
          List.of(
              inner(0.30),
              collar(1, 0.285),
              collar(-1, 0.285),
              new Crease(Contour.line(0.008, 0.29, 0.008, hem()), seam, 0.006),
              new Crease(Contour.line(-0.06, 0.47, -0.035, 0.48), seam, 0.006),
              new Crease(Contour.line(0.06, 0.47, 0.035, 0.48), seam, 0.006));
      case HOODIE ->
          List.of(
              new Patch(
                  Contour.symmetric(0.15, 0.035, 0.40, 0.062, 0.46, 0.062, 0.475),
                  cloth.shaded(0.85)),
              new Crease(Contour.line(-0.014, 0.17, -0.018, 0.25), seam, 0.005),
              new Crease(Contour.line(0.014, 0.17, 0.018, 0.25), seam, 0.005));
    };
  }

  private Part collar(int side, double tip) {
    return new Patch(
        Contour.rounded(
            0.1, side * 0.026, 0.138, side * 0.052, 0.165, side * 0.024, tip, side * 0.004, 0.19),
        cloth.shaded(0.85));
  }

  private static Part inner(double tip) {
    return new Patch(
        Contour.rounded(0, -0.028, 0.145, 0.028, 0.145, 0, tip),
        Material.cotton(Tint.WHITE).shaded(0.92));
  }

  private Part spine() {
    return new Crease(Contour.line(-0.03, 0.160, 0, 0.168, 0.03, 0.160), cloth.shaded(0.6), 0.004);
  }

  private Part hoodBehind() {
    return new Patch(
        Contour.symmetric(0.4, 0.055, 0.135, 0.062, 0.18, 0.03, 0.245), cloth.shaded(0.82));
  }

  private Part hoodAside() {
    return new Patch(
        Contour.rounded(0.4, -0.07, 0.14, 0.01, 0.14, -0.01, 0.19, -0.075, 0.225),
        cloth.shaded(0.82));
  }
}
