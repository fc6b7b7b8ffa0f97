package reidstudio.data.image;

/** Weighted sums of lines of samples: no branches, so that they become vector instructions. */
final class Blend {
  private Blend() {}

  /** Begins with one line: {@code start + weight * line}. */
  static void start(int start, int weight, int[] line, int[] sums, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] = start + weight * line[i];
    }
  }

  /** Begins with two lines at once, the usual number. */
  static void start(
      int start, int weight, int[] line, int nextWeight, int[] next, int[] sums, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] = start + weight * line[i] + nextWeight * next[i];
    }
  }

  /** Adds a further line. */
  static void add(int weight, int[] line, int[] sums, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += weight * line[i];
    }
  }

  /** Lets go of the bits behind the point. */
  static void round(int[] sums, int bits, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] >>= bits;
    }
  }
}
