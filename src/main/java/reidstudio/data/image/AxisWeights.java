package reidstudio.data.image;

/**
 * Weights that resize one axis. Pixel centres lie at halves, so output {@code i} looks at {@code (i
 * + 0.5) * from / to - 0.5}; positions outside take the border pixel.
 *
 * <p>Down to half the size this is plain bilinear interpolation of two neighbours. Below, those two
 * would skip pixels and fine patterns would alias, so the triangle widens with the scale, as
 * Pillow's does.
 */
final class AxisWeights {
  private static final double PLAIN_UP_TO = 2;

  private final int[] first;
  private final float[][] weights;

  AxisWeights(int from, int to) {
    first = new int[to];
    weights = new float[to][];
    double scale = from / (double) to;
    double reach = scale > PLAIN_UP_TO ? scale : 1;
    for (int i = 0; i < to; i++) {
      double centre = Math.min(Math.max((i + 0.5) * scale - 0.5, 0), from - 1.0);
      int low = Math.max(0, (int) Math.ceil(centre - reach));
      int high = Math.min(from - 1, (int) Math.floor(centre + reach));
      first[i] = low;
      weights[i] = triangle(low, high, centre, reach);
    }
  }

  private static float[] triangle(int low, int high, double centre, double reach) {
    double[] raw = new double[high - low + 1];
    double sum = 0;
    for (int j = 0; j < raw.length; j++) {
      raw[j] = Math.max(0, 1 - Math.abs(low + j - centre) / reach);
      sum += raw[j];
    }
    float[] normed = new float[raw.length];
    for (int j = 0; j < raw.length; j++) {
      normed[j] = (float) (raw[j] / sum);
    }
    return normed;
  }

  /** Pixels that the output has. */
  int size() {
    return first.length;
  }

  /** First input pixel of output {@code i}. */
  int first(int i) {
    return first[i];
  }

  /** Weights of the input pixels from {@link #first} on; they add up to 1. */
  float[] weights(int i) {
    return weights[i];
  }
}
