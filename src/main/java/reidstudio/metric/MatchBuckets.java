package reidstudio.metric;

/**
 * How many matches of a query come before an item, told from the item's quick similarity alone
 * wherever no match is near. The span between the least and the most similar match is cut into
 * equal buckets; an item whose bucket no match can reach has a place that no rounding can change,
 * for the number of the bucket never falls as similarity falls.
 */
final class MatchBuckets {
  /** A match may be in the bucket, so both must be compared. */
  static final int UNDECIDED = -1;

  private static final int BETWEEN = 1024;

  private final float highest;
  private final float scale;
  private final int[] ahead = new int[BETWEEN + 2];

  /**
   * @param matches at least one
   * @param reach similarities that lie no more than this apart may be in the wrong order
   */
  MatchBuckets(SortedMatches matches, float reach) {
    highest = matches.quick(0);
    float span = highest - matches.quick(matches.size() - 1);
    scale = span > 0 ? (BETWEEN - 1) / span : 0;
    int[] held = new int[ahead.length];
    boolean[] near = new boolean[ahead.length];
    for (int match = 0; match < matches.size(); match++) {
      float similarity = matches.quick(match);
      held[bucket(similarity)]++;
      int last = bucket(similarity - reach);
      for (int bucket = bucket(similarity + reach); bucket <= last; bucket++) {
        near[bucket] = true;
      }
    }
    int passed = 0;
    for (int bucket = 0; bucket < ahead.length; bucket++) {
      ahead[bucket] = near[bucket] ? UNDECIDED : passed;
      passed += held[bucket];
    }
  }

  /**
   * Matches that are more similar than {@code similarity}; {@link #UNDECIDED} if one is about as
   * similar, and for NaN.
   */
  int matchesAhead(float similarity) {
    return ahead[bucket(similarity)];
  }

  /** The most similar match is in bucket 1 or 0, and NaN falls into 1. */
  private int bucket(float similarity) {
    return Math.max(0, 1 + (int) Math.min(BETWEEN, (highest - similarity) * scale));
  }
}
