package reidstudio.data.demo;

/** An arm or a leg: shoulder, elbow and hand, or hip, knee and foot, in body units. */
record Limb(double rootX, double rootY, double jointX, double jointY, double tipX, double tipY) {

  /**
   * A limb that hangs from its root.
   *
   * @param angle of the upper half from straight down, in degrees, positive towards +x
   * @param bend further turn of the lower half at the joint, in degrees
   */
  static Limb hanging(
      double x, double y, double upperLength, double lowerLength, double angle, double bend) {
    double upper = Math.toRadians(angle);
    double lower = Math.toRadians(angle + bend);
    double jointX = x + upperLength * StrictMath.sin(upper);
    double jointY = y + upperLength * StrictMath.cos(upper);
    return new Limb(
        x,
        y,
        jointX,
        jointY,
        jointX + lowerLength * StrictMath.sin(lower),
        jointY + lowerLength * StrictMath.cos(lower));
  }

  /**
   * The limb from its root down to a share of its upper half, as a short limb of its own: a short
   * sleeve.
   */
  Limb upperShare(double share) {
    double x = rootX + share * (jointX - rootX);
    double y = rootY + share * (jointY - rootY);
    return new Limb(rootX, rootY, (rootX + x) / 2, (rootY + y) / 2, x, y);
  }

  /** The limb with its root moved, for a garment that starts higher than the joint. */
  Limb from(double x, double y) {
    return new Limb(x, y, jointX, jointY, tipX, tipY);
  }
}
