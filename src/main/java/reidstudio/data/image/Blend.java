package reidstudio.data.image;

/**
 * Weighted sums of lines of samples, in whole numbers: no branches, so that the loops become vector
 * instructions.
 */
final class Blend {
  private Blend() {}

  /**
   * Output {@code i} of an axis, rounded.
   *
   * @param ring lines of samples, each in the place of its number modulo all places
   * @param bits that are let go
   */
  static void lines(AxisWeights weights, int i, int[][] ring, int bits, int[] out, int count) {
    int half = 1 << (bits - 1);
    int first = weights.first(i);
    int last = weights.taps() - 1;
    int[] nearest = ring[first % ring.length];
    if (last == 0) {
      one(half, weights.weight(i, 0), nearest, bits, out, count);
      return;
    }
    int[] next = ring[(first + 1) % ring.length];
    if (last == 1) {
      two(half, weights.weight(i, 0), nearest, weights.weight(i, 1), next, bits, out, count);
      return;
    }
    begin(half, weights.weight(i, 0), nearest, weights.weight(i, 1), next, out, count);
    for (int j = 2; j < last; j++) {
      add(weights.weight(i, j), ring[(first + j) % ring.length], out, count);
    }
    end(weights.weight(i, last), ring[(first + last) % ring.length], bits, out, count);
  }

  private static void one(int start, int weight, int[] line, int bits, int[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = (start + weight * line[i]) >> bits;
    }
  }

  private static void two(
      int start,
      int weight,
      int[] line,
      int nextWeight,
      int[] next,
      int bits,
      int[] out,
      int count) {
    for (int i = 0; i < count; i++) {
      out[i] = (start + weight * line[i] + nextWeight * next[i]) >> bits;
    }
  }

  private static void begin(
      int start, int weight, int[] line, int nextWeight, int[] next, int[] sums, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] = start + weight * line[i] + nextWeight * next[i];
    }
  }

  private static void add(int weight, int[] line, int[] sums, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += weight * line[i];
    }
  }

  private static void end(int weight, int[] line, int bits, int[] sums, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] = (sums[i] + weight * line[i]) >> bits;
    }
  }
}
