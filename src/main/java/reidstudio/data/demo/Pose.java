package reidstudio.data.demo;

import java.util.SplittableRandom;

/**
 * How a person stands or walks.
 *
 * @param view the side that is seen
 * @param mirrored true to face left instead of right in a side view
 * @param stride swing of the legs, -1 to 1; 0 stands
 * @param swing swing of the arms, -1 to 1
 * @param bend bend of the elbows in degrees
 */
record Pose(View view, boolean mirrored, double stride, double swing, double bend) {

  /** Standing still, as for a portrait: what an artist draws. */
  static Pose standing(View view, SplittableRandom random) {
    return new Pose(
        view,
        random.nextBoolean(),
        between(random, 0.2),
        between(random, 0.2),
        8 + 8 * random.nextDouble());
  }

  /** Caught while walking: what a camera sees. */
  static Pose walking(View view, SplittableRandom random) {
    double stride = between(random, 1);
    return new Pose(
        view,
        random.nextBoolean(),
        stride,
        0.8 * -stride + between(random, 0.3),
        6 + 45 * random.nextDouble() * random.nextDouble());
  }

  private static double between(SplittableRandom random, double limit) {
    return limit * (2 * random.nextDouble() - 1);
  }
}
