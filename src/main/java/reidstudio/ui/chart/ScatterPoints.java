package reidstudio.ui.chart;

/**
 * Points in a plane.
 *
 * @param x [P]
 * @param y [P]
 * @param colors index into the palette, [P]; {@link #FAINT} for a point that only stands behind
 * @param shapes index into {@link PointShape}, [P]; wraps around
 */
public record ScatterPoints(double[] x, double[] y, int[] colors, int[] shapes) {
  /** Drawn first, grey and small. */
  public static final int FAINT = -1;

  /** Without any point. */
  public static ScatterPoints none() {
    return new ScatterPoints(new double[0], new double[0], new int[0], new int[0]);
  }

  /** Number of points. */
  public int size() {
    return x.length;
  }
}
