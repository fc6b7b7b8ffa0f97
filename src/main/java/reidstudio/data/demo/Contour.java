package reidstudio.data.demo;

import java.awt.geom.Path2D;

/** Closed outlines with softened corners. Coordinates come as x, y, x, y, ... */
final class Contour {
  private Contour() {}

  /**
   * A polygon whose corners are cut by quadratic curves.
   *
   * @param softness share of each edge that belongs to the curve: 0 leaves corners sharp, 0.5
   *     leaves no straight line
   */
  static Path2D rounded(double softness, double... xy) {
    Path2D path = new Path2D.Double();
    int n = xy.length / 2;
    for (int i = 0; i < n; i++) {
      int before = 2 * ((i + n - 1) % n);
      int here = 2 * i;
      int after = 2 * ((i + 1) % n);
      double inX = xy[here] + softness * (xy[before] - xy[here]);
      double inY = xy[here + 1] + softness * (xy[before + 1] - xy[here + 1]);
      if (i == 0) {
        path.moveTo(inX, inY);
      } else {
        path.lineTo(inX, inY);
      }
      path.quadTo(
          xy[here],
          xy[here + 1],
          xy[here] + softness * (xy[after] - xy[here]),
          xy[here + 1] + softness * (xy[after + 1] - xy[here + 1]));
    }
    path.closePath();
    return path;
  }

  /**
   * A rounded polygon given by its right half, top to bottom; the left half is its mirror image in
   * x = 0.
   */
  static Path2D symmetric(double softness, double... right) {
    int n = right.length / 2;
    double[] xy = new double[4 * n];
    for (int i = 0; i < n; i++) {
      xy[2 * i] = right[2 * i];
      xy[2 * i + 1] = right[2 * i + 1];
      int mirror = 2 * (2 * n - 1 - i);
      xy[mirror] = -right[2 * i];
      xy[mirror + 1] = right[2 * i + 1];
    }
    return rounded(softness, xy);
  }

  /** A tapered tube around a limb with the given half widths at root, joint and tip. */
  static Path2D tube(Limb limb, double root, double joint, double tip) {
    double[] upper = normal(limb.rootX(), limb.rootY(), limb.jointX(), limb.jointY());
    double[] lower = normal(limb.jointX(), limb.jointY(), limb.tipX(), limb.tipY());
    double[] middle = {(upper[0] + lower[0]) / 2, (upper[1] + lower[1]) / 2};
    return rounded(
        0.28,
        limb.rootX() + root * upper[0],
        limb.rootY() + root * upper[1],
        limb.jointX() + joint * middle[0],
        limb.jointY() + joint * middle[1],
        limb.tipX() + tip * lower[0],
        limb.tipY() + tip * lower[1],
        limb.tipX() - tip * lower[0],
        limb.tipY() - tip * lower[1],
        limb.jointX() - joint * middle[0],
        limb.jointY() - joint * middle[1],
        limb.rootX() - root * upper[0],
        limb.rootY() - root * upper[1]);
  }

  /** An open line through points. */
  static Path2D line(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    return path;
  }

  private static double[] normal(double x1, double y1, double x2, double y2) {
    double length = Math.max(Math.hypot(x2 - x1, y2 - y1), 1e-9);
    return new double[] {(y2 - y1) / length, -(x2 - x1) / length};
  }
}
