package reidstudio.data.image;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How one picture is varied: output (x, y) shows input (x + dx, y + dy) of the picture, mirrored
 * first if asked for; what lies outside, and the rectangle that is erased, is neutral.
 */
record Variation(boolean mirrored, int dx, int dy, Optional<Erased> erased) {
  /** The picture as it is. */
  static final Variation NONE = new Variation(false, 0, 0, Optional.empty());

  private static final double AREA_MIN = 0.02;
  private static final double AREA_MAX = 0.4;
  private static final double ASPECT_MIN = 0.3;
  private static final int TRIES = 10;

  /** A rectangle. */
  record Erased(int left, int top, int width, int height) {
    /** One that fits (Zhong et al. 2020); after some tries that do not, none. */
    static Optional<Erased> draw(int width, int height, SplittableRandom random) {
      for (int attempt = 0; attempt < TRIES; attempt++) {
        double area = width * height * random.nextDouble(AREA_MIN, AREA_MAX);
        double aspect = Math.exp(random.nextDouble(Math.log(ASPECT_MIN), -Math.log(ASPECT_MIN)));
        int high = (int) Math.round(Math.sqrt(area * aspect));
        int wide = (int) Math.round(Math.sqrt(area / aspect));
        if (high >= 1 && wide >= 1 && high < height && wide < width) {
          int top = random.nextInt(height - high + 1);
          int left = random.nextInt(width - wide + 1);
          return Optional.of(new Erased(left, top, wide, high));
        }
      }
      return Optional.empty();
    }
  }
}
