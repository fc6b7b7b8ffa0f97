package reidstudio.data.demo;

/**
 * The joints of a posed body in body units: x to the right from the middle, y down from the top of
 * the head.
 *
 * <p>"Far" and "near" name the limbs of a side view; from the front and the back far is on the left
 * of the picture.
 */
record Skeleton(
    View view, Physique physique, Limb farArm, Limb nearArm, Limb farLeg, Limb nearLeg) {
  static final double SHOULDER_Y = 0.188;
  static final double HIP_Y = 0.50;
  private static final double UPPER_ARM = 0.155;
  private static final double FOREARM = 0.145;
  private static final double THIGH = 0.235;
  private static final double SHIN = 0.222;

  static Skeleton of(Physique physique, Pose pose) {
    return pose.view() == View.SIDE ? fromTheSide(physique, pose) : upright(physique, pose);
  }

  /** The side view looks towards +x. */
  private static Skeleton fromTheSide(Physique physique, Pose pose) {
    return new Skeleton(
        pose.view(),
        physique,
        sideArm(-26 * pose.swing(), pose.bend()),
        sideArm(26 * pose.swing(), pose.bend()),
        sideLeg(-25 * pose.stride()),
        sideLeg(25 * pose.stride()));
  }

  private static Limb sideArm(double angle, double bend) {
    return Limb.hanging(-0.004, SHOULDER_Y + 0.012, UPPER_ARM, FOREARM, angle, bend + 6);
  }

  /** The leg behind the body bends at the knee, the leg before it is nearly straight. */
  private static Limb sideLeg(double angle) {
    double knee = angle < 0 ? -6 + 1.1 * angle : -4;
    return Limb.hanging(0, HIP_Y, THIGH, SHIN, angle, knee);
  }

  /** Walking towards or away from the camera shortens the lifted leg and turns the arms out. */
  private static Skeleton upright(Physique physique, Pose pose) {
    double shoulder = physique.shoulder() - 0.022 * physique.limb();
    return new Skeleton(
        pose.view(),
        physique,
        uprightArm(-1, shoulder, pose.swing(), pose.bend()),
        uprightArm(1, shoulder, -pose.swing(), pose.bend()),
        uprightLeg(-1, physique.hip(), pose.stride()),
        uprightLeg(1, physique.hip(), -pose.stride()));
  }

  private static Limb uprightArm(int side, double shoulder, double swing, double bend) {
    double shortened = 1 - 0.12 * Math.max(0, swing);
    return Limb.hanging(
        side * shoulder,
        SHOULDER_Y,
        UPPER_ARM,
        FOREARM * shortened,
        side * (9 + 5 * Math.abs(swing)),
        -side * (4 + 0.3 * bend));
  }

  private static Limb uprightLeg(int side, double hip, double stride) {
    double shortened = 1 - 0.10 * Math.max(0, stride);
    return Limb.hanging(
        side * hip * 0.52, HIP_Y, THIGH, SHIN * shortened, side * 2.5, -side * (2.5 + 2 * stride));
  }
}
