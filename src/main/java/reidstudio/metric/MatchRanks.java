package reidstudio.metric;

import java.util.Arrays;

/**
 * The ranks at which a query meets its matches. Only the matches are sorted, all others are counted
 * between them, nearly all of these by one look into a table, so a row of M items with R matches
 * costs about O(M + R log R).
 */
final class MatchRanks {
  /** Above any item's number. */
  private static final long BACK = 1L << 31;

  private final GalleryItems gallery;
  private final TieOrder ties;

  /**
   * Where a query meets its matches.
   *
   * @param ranks from 1, ascending; empty if the gallery lacks the identity
   * @param tied whether a match is exactly as similar as something that is none
   */
  record Ranked(int[] ranks, boolean tied) {}

  MatchRanks(GalleryItems gallery, TieOrder ties) {
    this.gallery = gallery;
    this.ties = ties;
  }

  /**
   * Ranks the matches of {@code queryId}.
   *
   * @throws IllegalArgumentException if the row does not fit the gallery or holds a NaN
   */
  Ranked of(float[] similarity, int queryId) {
    if (similarity.length != gallery.size()) {
      throw new IllegalArgumentException(
          "A row of %d similarities does not fit a gallery of %d items."
              .formatted(similarity.length, gallery.size()));
    }
    int[] items = gallery.of(queryId);
    if (items.length == 0) {
      for (int item = 0; item < similarity.length; item++) {
        checkNumber(similarity[item], item);
      }
      return new Ranked(items, false);
    }
    long[] matches = new long[items.length];
    for (int i = 0; i < matches.length; i++) {
      checkNumber(similarity[items[i]], items[i]);
      matches[i] = key(similarity[items[i]], items[i], true);
    }
    Arrays.sort(matches);
    return ranked(similarity, queryId, matches);
  }

  private Ranked ranked(float[] similarity, int queryId, long[] matches) {
    MatchBuckets buckets = new MatchBuckets(matches.length, i -> similarity[item(matches[i])]);
    int[] before = new int[matches.length + 1];
    boolean tied = false;
    for (int item = 0; item < similarity.length; item++) {
      int ahead = buckets.matchesAhead(similarity[item]);
      if (ahead == MatchBuckets.UNDECIDED) {
        checkNumber(similarity[item], item);
        if (gallery.shows(item, queryId)) {
          continue;
        }
        long key = key(similarity[item], item, false);
        ahead = -1 - Arrays.binarySearch(matches, key);
        tied |=
            (ahead < matches.length && sameSimilarity(matches[ahead], key))
                || (ahead > 0 && sameSimilarity(matches[ahead - 1], key));
      }
      before[ahead]++;
    }
    int[] ranks = new int[matches.length];
    int others = 0;
    for (int r = 0; r < ranks.length; r++) {
      others += before[r];
      ranks[r] = others + r + 1;
    }
    return new Ranked(ranks, tied);
  }

  /** Ascending keys are the ranking: similarity downwards, then the order of ties. */
  private long key(float similarity, int item, boolean match) {
    // adding 0 makes one zero of the two
    int bits = Float.floatToIntBits(similarity + 0f);
    int ascending = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    boolean back =
        switch (ties) {
          case GALLERY_INDEX -> false;
          case MATCHES_FIRST -> !match;
          case MATCHES_LAST -> match;
        };
    return ((long) ~ascending << 32) | (back ? BACK : 0) | item;
  }

  private static int item(long key) {
    return (int) (key & (BACK - 1));
  }

  private static boolean sameSimilarity(long key, long other) {
    return key >> 32 == other >> 32;
  }

  private static void checkNumber(float similarity, int item) {
    if (Float.isNaN(similarity)) {
      throw new IllegalArgumentException(
          "The similarity to gallery item " + item + " is NaN; the features are broken.");
    }
  }
}
