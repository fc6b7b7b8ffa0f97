package reidstudio.event;

/**
 * Features of single items in the plane of their first two principal components.
 *
 * @param x first coordinate of each, [P]
 * @param y second coordinate, [P]
 * @param items number of each item, [P]
 * @param identities number of who is shown, [P]
 */
public record FeatureMap(float[] x, float[] y, int[] items, int[] identities) {
  /** Number of points. */
  public int size() {
    return x.length;
  }
}
