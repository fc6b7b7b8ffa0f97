package reidstudio.metric;

import java.util.OptionalDouble;

/**
 * By what the summed precisions of a query are divided where its ranking is cut off after k items.
 * Programs of the field differ in this and all call it mAP@k, so a figure without its form says
 * nothing.
 */
public enum CutPrecision {
  /** By the matches among the first k; a query that finds none is left out, which flatters. */
  PER_HIT,
  /** By as many matches as k items could hold. */
  PER_REACHABLE,
  /** By all matches of the gallery, so that more than k of them can never come to 1. */
  PER_MATCH;

  /**
   * Average precision of one query.
   *
   * @param ranks of its matches, from 1, ascending; at least one
   * @param cut k, items that are looked at
   * @return from 0 to 1; empty if the form leaves the query out
   */
  public OptionalDouble of(int[] ranks, int cut) {
    double sum = 0;
    int hits = 0;
    while (hits < ranks.length && ranks[hits] <= cut) {
      hits++;
      sum += (double) hits / ranks[hits - 1];
    }
    int divisor =
        switch (this) {
          case PER_HIT -> hits;
          case PER_REACHABLE -> Math.min(ranks.length, cut);
          case PER_MATCH -> ranks.length;
        };
    return divisor == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / divisor);
  }
}
