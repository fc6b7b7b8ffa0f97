package reidstudio.metric.protocol;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import reidstudio.metric.Similarities;
import reidstudio.metric.SortedMatches;
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

  Ranked of(Similarities similarities, int identity, int camera, TieOrder ties) {
    SortedMatches matches =
        new SortedMatches(
            similarities,
            Arrays.stream(trial)
                .filter(
                    item -> gallery.identities()[item] == identity && sees(identity, camera, item))
                .toArray());
    if (matches.size() == 0) {
      return new Ranked(new int[0], 0, false);
    }
    BitSet counted = new BitSet();
    int[] ranks = new int[matches.size()];
    boolean tied = false;
    for (int item : trial) {
      int shown = gallery.identities()[item];
      if (shown == identity || !sees(identity, camera, item)) {
        continue;
      }
      int ahead = matches.ahead(item, ties);
      tied |= matches.ties(item, ahead);
      if (ahead < ranks.length) {
        ranks[ahead]++;
      }
      if (ahead == 0) {
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
}
