package reidstudio.metric.protocol;

/**
 * The whole numbers that Python 3's {@code random} gives after {@code random.seed(n)}: the Mersenne
 * Twister (Matsumoto and Nishimura, 1998; MT19937, seeded by an array). Published code draws
 * galleries with it, so that the same trial is the same gallery here and there.
 */
final class PythonRandom {
  private static final int SIZE = 624;
  private static final int SHIFT = 397;
  private static final int TWIST = 0x9908b0df;
  private static final int UPPER = 0x80000000;
  private static final int LOWER = 0x7fffffff;

  private final int[] state = new int[SIZE];
  private int next = SIZE;

  /** As {@code random.seed(seed)}. */
  PythonRandom(int seed) {
    state[0] = 19650218;
    for (int i = 1; i < SIZE; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
    int i = 1;
    for (int round = 0; round < SIZE; round++) {
      // the key has one word, its index is 0 in every round
      state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1664525)) + Math.abs(seed);
      i = following(i);
    }
    for (int round = 1; round < SIZE; round++) {
      state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1566083941)) - i;
      i = following(i);
    }
    state[0] = UPPER;
  }

  private int following(int i) {
    if (i + 1 < SIZE) {
      return i + 1;
    }
    state[0] = state[SIZE - 1];
    return 1;
  }

  /** A number from 0 to {@code bound} - 1, as {@code random.choice} takes it. */
  int below(int bound) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(bound);
    int drawn = word() >>> (Integer.SIZE - bits);
    while (drawn >= bound) {
      drawn = word() >>> (Integer.SIZE - bits);
    }
    return drawn;
  }

  /**
   * {@code count} different numbers from 0 to {@code size} - 1, in the order of {@code
   * random.sample} of a short list; one is what {@code random.choice} gives.
   */
  int[] sample(int size, int count) {
    int[] pool = new int[size];
    for (int i = 0; i < size; i++) {
      pool[i] = i;
    }
    int[] drawn = new int[count];
    for (int i = 0; i < count; i++) {
      int at = below(size - i);
      drawn[i] = pool[at];
      pool[at] = pool[size - i - 1];
    }
    return drawn;
  }

  private int word() {
    if (next == SIZE) {
      twist();
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  private void twist() {
    for (int i = 0; i < SIZE; i++) {
      int y = (state[i] & UPPER) | (state[(i + 1) % SIZE] & LOWER);
      state[i] = state[(i + SHIFT) % SIZE] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : TWIST);
    }
    next = 0;
  }
}
