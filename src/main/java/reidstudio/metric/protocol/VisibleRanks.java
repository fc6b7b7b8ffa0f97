package reidstudio.metric.protocol;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import reidstudio.metric.TieOrder;

/**
 * The ranks at which a query meets its matches in one trial's gallery, without what it may not see.
 * Only matches are sorted, all others are counted between them.
 */
final class VisibleRanks {
  /**
   * Where a query meets its matches.
   *
   * @param ranks among the pictures, from 1, ascending; empty without a match
   * @param person rank of the first match among people, each counted once; 0 without a match
   * @param tied whether a match is exactly as similar as something that is none
   */
  record Ranked(int[] ranks, int person, boolean tied) {
    boolean isEmpty() {
      return ranks.length == 0;
    }
  }

  private final Shots gallery;
  private final int[] trial;
  private final CameraRule rule;

  /**
   * @param trial positions in {@code gallery}
   */
  VisibleRanks(Shots gallery, int[] trial, CameraRule rule) {
    this.gallery = gallery;
    this.trial = IntStream.of(trial).sorted().toArray();
    this.rule = rule;
  }

  Ranked of(float[] similarity, int identity, int camera, TieOrder ties) {
    long[] matches =
        Arrays.stream(trial)
            .filter(item -> gallery.identities()[item] == identity && sees(identity, camera, item))
            .mapToLong(item -> key(similarity[item], item, true, ties))
            .sorted()
            .toArray();
    if (matches.length == 0) {
      return new Ranked(new int[0], 0, false);
    }
    BitSet counted = new BitSet();
    int[] ranks = new int[matches.length];
    boolean tied = false;
    for (int item : trial) {
      int shown = gallery.identities()[item];
      if (shown == identity || !sees(identity, camera, item)) {
        continue;
      }
      long key = key(similarity[item], item, false, ties);
      int behind = -1 - Arrays.binarySearch(matches, key);
      if (behind < ranks.length) {
        ranks[behind]++;
        tied |= key >> 32 == matches[behind] >> 32;
      }
      tied |= behind > 0 && key >> 32 == matches[behind - 1] >> 32;
      if (behind == 0) {
        counted.set(shown);
      }
    }
    int others = 0;
    for (int r = 0; r < ranks.length; r++) {
      others += ranks[r];
      ranks[r] = others + r + 1;
    }
    return new Ranked(ranks, counted.cardinality() + 1, tied);
  }

  /** What a query may see of the trial, positions in the gallery, ascending. */
  int[] seen(int identity, int camera) {
    return Arrays.stream(trial).filter(item -> sees(identity, camera, item)).toArray();
  }

  private boolean sees(int identity, int camera, int item) {
    return !rule.hides(identity, camera, gallery.identities()[item], gallery.cameras()[item]);
  }

  /** Ascending keys are the ranking: similarity downwards, then the order of ties. */
  private static long key(float similarity, int item, boolean match, TieOrder ties) {
    // adding 0 makes one zero of the two
    int bits = Float.floatToIntBits(similarity + 0f);
    int ascending = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    boolean back =
        switch (ties) {
          case GALLERY_INDEX -> false;
          case MATCHES_FIRST -> !match;
          case MATCHES_LAST -> match;
        };
    return ((long) ~ascending << 32) | (back ? 1L << 31 : 0) | item;
  }
}
