package reidstudio.data.demo;

import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import reidstudio.data.demo.Part.Crease;
import reidstudio.data.demo.Part.Patch;

/** The bag, in the three layers where it may lie: behind the body, on it, in the hand. */
final class BagShapes {
  private final Bag bag;
  private final Skeleton skeleton;
  private final Material stuff;
  private final Material strap;

  BagShapes(Bag bag, Skeleton skeleton) {
    this.bag = bag;
    this.skeleton = skeleton;
    this.stuff = Material.cotton(bag.tint());
    this.strap = stuff.shaded(0.7);
  }

  List<Part> behindBody() {
    if (bag.kind() != Bag.Kind.BACKPACK) {
      return List.of();
    }
    Physique p = skeleton.physique();
    return switch (skeleton.view()) {
      case FRONT ->
          List.of(
              new Patch(box(-p.waist() - 0.030, 0.20, 2 * p.waist() + 0.060, 0.22, 0.06), stuff));
      case SIDE -> List.of(new Patch(box(-p.depth() - 0.085, 0.185, 0.12, 0.235, 0.07), stuff));
      case BACK -> List.of();
    };
  }

  List<Part> onTrunk() {
    return switch (bag.kind()) {
      case BACKPACK -> backpack();
      case SHOULDER_BAG -> shoulderBag();
      case HANDBAG, NONE -> List.of();
    };
  }

  /**
   * A handbag hangs from the person's left hand: on the right of the picture unless seen from
   * behind.
   */
  List<Part> inHand() {
    if (bag.kind() != Bag.Kind.HANDBAG) {
      return List.of();
    }
    Limb arm = skeleton.view() == View.BACK ? skeleton.farArm() : skeleton.nearArm();
    double x = arm.tipX();
    double y = arm.tipY() + 0.02;
    return List.of(
        new Crease(Contour.line(x - 0.03, y + 0.05, x, y, x + 0.03, y + 0.05), strap, 0.008),
        new Patch(
            Contour.rounded(
                0.18, x - 0.042, y + 0.045, x + 0.042, y + 0.045, x + 0.055, y + 0.135, x - 0.055,
                y + 0.135),
            stuff),
        new Crease(Contour.line(x - 0.044, y + 0.068, x + 0.044, y + 0.068), strap, 0.005));
  }

  private List<Part> backpack() {
    Physique p = skeleton.physique();
    return switch (skeleton.view()) {
      case FRONT -> List.of(frontStrap(-1, p), frontStrap(1, p));
      case SIDE ->
          List.of(
              new Crease(
                  Contour.line(-0.02, 0.158, p.depth() * 0.55, 0.22, 0.01, 0.33), strap, 0.016));
      case BACK ->
          List.of(
              new Patch(box(-0.088, 0.185, 0.176, 0.245, 0.08), stuff),
              new Patch(box(-0.060, 0.310, 0.120, 0.095, 0.04), stuff.shaded(0.85)),
              new Crease(Contour.line(-0.070, 0.265, 0.070, 0.265), strap, 0.005));
    };
  }

  private Part frontStrap(int side, Physique p) {
    double x = side * p.shoulder() * 0.55;
    return new Crease(
        Contour.line(x, 0.158, x * 1.1, 0.24, side * p.waist() * 1.02, 0.34), strap, 0.018);
  }

  private List<Part> shoulderBag() {
    Physique p = skeleton.physique();
    if (skeleton.view() == View.SIDE) {
      return List.of(
          new Crease(Contour.line(0, 0.158, -0.01, 0.42), strap, 0.011),
          new Patch(box(-0.075, 0.41, 0.13, 0.10, 0.03), stuff),
          new Crease(Contour.line(-0.07, 0.445, 0.05, 0.445), strap, 0.005));
    }
    int side = skeleton.view() == View.BACK ? -1 : 1;
    double x = side * p.hip() * 1.05;
    return List.of(
        new Crease(Contour.line(-side * p.shoulder() * 0.5, 0.158, x, 0.43), strap, 0.011),
        new Patch(box(x - 0.055, 0.42, 0.11, 0.10, 0.03), stuff),
        new Crease(Contour.line(x - 0.05, 0.455, x + 0.05, 0.455), strap, 0.005));
  }

  private static Shape box(double x, double y, double width, double height, double arc) {
    return new RoundRectangle2D.Double(x, y, width, height, arc, arc);
  }
}
