package reidstudio.data.demo;

import java.util.SplittableRandom;

/**
 * Independent streams of random numbers, one for each purpose and place, so that the order in which
 * threads work changes nothing.
 */
final class Chance {
  private Chance() {}

  /** The stream for {@code purpose} at the given coordinates. */
  static SplittableRandom of(long seed, String purpose, int... coordinates) {
    long state = mix(seed ^ mix(purpose.hashCode()));
    for (int coordinate : coordinates) {
      state = mix(state + 0x9E3779B97F4A7C15L + coordinate);
    }
    return new SplittableRandom(state);
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014, Stafford's variant 13). */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
