package reidstudio.sampler;

import java.util.SplittableRandom;

/**
 * Random numbers of one epoch. An epoch's sequence hangs on nothing but seed and epoch, so a
 * resumed run goes on with the batches that it would have seen.
 */
final class EpochRandom {
  /** Odd, so that epochs of one seed start apart. */
  private static final long STRIDE = 0x9E3779B97F4A7C15L;

  private EpochRandom() {}

  /** A generator for an epoch; seed + epoch alone would make neighbouring seeds share epochs. */
  static SplittableRandom of(long seed, long epoch) {
    return new SplittableRandom(new SplittableRandom(seed).nextLong() + STRIDE * epoch);
  }

  /** Fisher-Yates, in place. */
  static void shuffle(int[] values, SplittableRandom random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = values[i];
      values[i] = values[j];
      values[j] = swap;
    }
  }
}
