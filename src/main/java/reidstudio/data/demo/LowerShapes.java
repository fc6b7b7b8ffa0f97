package reidstudio.data.demo;

import java.awt.Shape;
import java.awt.geom.Area;
import java.util.ArrayList;
import java.util.List;
import reidstudio.data.demo.Part.Crease;
import reidstudio.data.demo.Part.Patch;

/** Legs, shoes, and the garment over them. */
final class LowerShapes {
  private static final double WAIST_Y = 0.44;
  private static final double FAR_SHADE = 0.82;

  private final Lower lower;
  private final Skeleton skeleton;
  private final Material cloth;
  private final Material skin;
  private final Material leather;

  LowerShapes(Appearance appearance, Skeleton skeleton) {
    this.lower = appearance.lower();
    this.skeleton = skeleton;
    this.cloth = lower.material();
    this.skin = appearance.skin().material();
    this.leather = Material.leather(appearance.shoes());
  }

  List<Part> parts() {
    List<Part> parts = new ArrayList<>(legAndShoe(skeleton.farLeg(), side() ? FAR_SHADE : 1));
    if (side() && lower.kind() != Lower.Kind.SKIRT) {
      parts.add(new Patch(trouserLeg(skeleton.farLeg()), cloth.shaded(FAR_SHADE)));
    }
    parts.addAll(legAndShoe(skeleton.nearLeg(), 1));
    parts.add(new Patch(lower.kind() == Lower.Kind.SKIRT ? skirt() : trousers(), cloth));
    parts.addAll(seams());
    return parts;
  }

  private boolean side() {
    return skeleton.view() == View.SIDE;
  }

  private List<Part> legAndShoe(Limb leg, double shade) {
    double k = skeleton.physique().limb();
    Part shoe = new Patch(side() ? sideShoe(leg) : uprightShoe(leg), leather.shaded(shade));
    return switch (lower.kind()) {
      case SKIRT, SHORTS ->
          List.of(
              new Patch(Contour.tube(leg, 0.050 * k, 0.034 * k, 0.022 * k), skin.shaded(shade)),
              shoe);
      case TROUSERS, JEANS -> List.of(shoe);
    };
  }

  private static Shape sideShoe(Limb leg) {
    double x = leg.tipX();
    double top = leg.tipY() - 0.012;
    double sole = leg.tipY() + 0.042;
    return Contour.rounded(
        0.3,
        x - 0.034,
        top,
        x + 0.024,
        top,
        x + 0.084,
        sole - 0.016,
        x + 0.086,
        sole,
        x - 0.038,
        sole);
  }

  /** Seen from the front the toes point at the viewer and reach lower than the heels. */
  private Shape uprightShoe(Limb leg) {
    double x = leg.tipX();
    double top = leg.tipY() - 0.012;
    double sole = leg.tipY() + (skeleton.view() == View.FRONT ? 0.052 : 0.038);
    double toe = x + 0.006 * Math.signum(leg.rootX());
    return Contour.rounded(
        0.4, x - 0.022, top, x + 0.022, top, toe + 0.034, sole, toe - 0.034, sole);
  }

  /** Hips and legs as one piece, so that a drawing shows one outline. */
  private Shape trousers() {
    Physique p = skeleton.physique();
    double half = side() ? p.depth() * 0.92 : p.hip() * 1.02;
    Area area =
        new Area(
            Contour.symmetric(
                0.25, half * 0.93, WAIST_Y, half, 0.50, half * 0.96, 0.545, 0.010, 0.585));
    area.add(new Area(trouserLeg(skeleton.nearLeg())));
    if (!side()) {
      area.add(new Area(trouserLeg(skeleton.farLeg())));
    }
    return area;
  }

  private Shape trouserLeg(Limb leg) {
    double k = skeleton.physique().limb();
    return switch (lower.kind()) {
      case JEANS -> Contour.tube(leg, 0.056 * k, 0.042 * k, 0.030 * k);
      case SHORTS -> Contour.tube(leg.upperShare(0.88), 0.058 * k, 0.055 * k, 0.053 * k);
      case TROUSERS, SKIRT -> Contour.tube(leg, 0.057 * k, 0.045 * k, 0.038 * k);
    };
  }

  private Shape skirt() {
    Physique p = skeleton.physique();
    double half = side() ? p.depth() : p.hip();
    return Contour.symmetric(
        0.15, half * 0.9, WAIST_Y, half * 1.08, 0.52, half * 1.45, 0.70, half * 1.42, 0.715);
  }

  private List<Part> seams() {
    List<Part> seams = new ArrayList<>();
    Material thread = cloth.shaded(0.6);
    if (!side() && lower.kind() != Lower.Kind.SKIRT) {
      seams.add(new Crease(Contour.line(0, 0.52, 0, 0.60), thread, 0.005));
    }
    if (lower.kind() == Lower.Kind.JEANS) {
      double half = side() ? skeleton.physique().depth() : skeleton.physique().hip();
      seams.add(new Crease(Contour.line(-half * 0.8, 0.525, -half * 0.35, 0.512), thread, 0.004));
      seams.add(new Crease(Contour.line(half * 0.8, 0.525, half * 0.35, 0.512), thread, 0.004));
    }
    return seams;
  }
}
