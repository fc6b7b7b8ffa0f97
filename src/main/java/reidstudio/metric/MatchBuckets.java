package reidstudio.metric;

/**
 * How many matches of a query come before an item, told from the item's similarity alone wherever
 * no match is near. The span between the least and the most similar match is cut into equal
 * buckets; an item that shares its bucket with no match has a place that no rounding can change,
 * for the number of the bucket never falls as similarity falls.
 */
final class MatchBuckets {
  /** The bucket holds a match, so keys must be compared. */
  static final int UNDECIDED = -1;

  private static final int BETWEEN = 1024;

  /** The similarity of each match, most similar first. */
  interface Matches {
    float similarity(int match);
  }

  private final float highest;
  private final float scale;
  private final int[] ahead = new int[BETWEEN + 2];

  /**
   * @param count of the matches, at least one
   */
  MatchBuckets(int count, Matches matches) {
    highest = matches.similarity(0);
    float span = highest - matches.similarity(count - 1);
    scale = span > 0 ? (BETWEEN - 1) / span : 0;
    int[] held = new int[ahead.length];
    for (int match = 0; match < count; match++) {
      held[bucket(matches.similarity(match))]++;
    }
    int passed = 0;
    for (int bucket = 0; bucket < ahead.length; bucket++) {
      ahead[bucket] = held[bucket] == 0 ? passed : UNDECIDED;
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

  /** The most similar match is in bucket 1, where NaN falls as well. */
  private int bucket(float similarity) {
    return Math.max(0, 1 + (int) Math.min(BETWEEN, (highest - similarity) * scale));
  }
}
