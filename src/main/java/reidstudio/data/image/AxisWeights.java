package reidstudio.data.image;

/**
 * Weights that resize one axis. Pixel centres lie at halves, so output {@code i} looks at {@code (i
 * + 0.5) * from / to - 0.5}; positions outside take the border pixel.
 *
 * <p>Where the picture grows this is plain bilinear interpolation of two neighbours. Where it
 * shrinks those two would skip pixels and fine patterns would alias, so the triangle widens with
 * the scale, as Pillow's does.
 */
final class AxisWeights {
  /** Weights are whole numbers of this many bits behind the point. */
  static final int BITS = 13;

  private final int from;
  private final int taps;
  private final int[] first;

  /** For each of the input pixels of an output, one after the other: those of all outputs. */
  private final int[][] weights;

  AxisWeights(int from, int to) {
    this.from = from;
    double scale = from / (double) to;
    double reach = Math.max(1, scale);
    this.first = new int[to];
    int most = 1;
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * scale - 0.5;
      first[i] = Math.max(0, (int) Math.floor(centre - reach) + 1);
      most = Math.max(most, Math.min(from, (int) Math.ceil(centre + reach)) - first[i]);
    }
    this.taps = most;
    this.weights = new int[taps][to];
    for (int i = 0; i < to; i++) {
      first[i] = Math.min(first[i], from - taps);
      triangle(i, first[i] - ((i + 0.5) * scale - 0.5), reach);
    }
  }

  /** Whole numbers whose sum is exactly 1, so that an even picture stays even. */
  private void triangle(int i, double nearest, double reach) {
    double sum = 0;
    for (int j = 0; j < taps; j++) {
      sum += height(nearest + j, reach);
    }
    int rest = 1 << BITS;
    int largest = 0;
    for (int j = 0; j < taps; j++) {
      int weight = (int) ((1 << BITS) * height(nearest + j, reach) / sum + 0.5);
      weights[j][i] = weight;
      rest -= weight;
      largest = weight > weight(i, largest) ? j : largest;
    }
    weights[largest][i] += rest;
  }

  private static double height(double distance, double reach) {
    return Math.max(0, 1 - Math.abs(distance) / reach);
  }

  /** Pixels that the input has. */
  int from() {
    return from;
  }

  /** Pixels that the output has. */
  int to() {
    return first.length;
  }

  /** Input pixels that are weighted for each output. */
  int taps() {
    return taps;
  }

  /** First input pixel of output {@code i}. */
  int first(int i) {
    return first[i];
  }

  /** Weight of the input pixel {@code j} after the first; those of an output add up to 1. */
  int weight(int i, int j) {
    return weights[j][i];
  }
}
