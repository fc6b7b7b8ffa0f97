package reidstudio.metric;

import java.util.Arrays;

/**
 * The ranks at which a query meets its matches. Only the matches are sorted, all others are counted
 * between them, so a row of M items with R matches costs O(M log R).
 */
final class MatchRanks {
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
    check(similarity);
    long[] matches =
        Arrays.stream(gallery.of(queryId))
            .mapToLong(item -> key(similarity[item], item, true))
            .sorted()
            .toArray();
    int[] ranks = new int[matches.length];
    boolean tied = false;
    for (int item = 0; item < similarity.length; item++) {
      if (!gallery.shows(item, queryId)) {
        long key = key(similarity[item], item, false);
        int behind = -1 - Arrays.binarySearch(matches, key);
        if (behind < ranks.length) {
          ranks[behind]++;
          tied |= sameSimilarity(matches[behind], key);
        }
        tied |= behind > 0 && sameSimilarity(matches[behind - 1], key);
      }
    }
    int others = 0;
    for (int r = 0; r < ranks.length; r++) {
      others += ranks[r];
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
    return ((long) ~ascending << 32) | (back ? 1L << 31 : 0) | item;
  }

  private static boolean sameSimilarity(long key, long other) {
    return key >> 32 == other >> 32;
  }

  private void check(float[] similarity) {
    if (similarity.length != gallery.size()) {
      throw new IllegalArgumentException(
          "A row of %d similarities does not fit a gallery of %d items."
              .formatted(similarity.length, gallery.size()));
    }
    for (int item = 0; item < similarity.length; item++) {
      if (Float.isNaN(similarity[item])) {
        throw new IllegalArgumentException(
            "The similarity to gallery item " + item + " is NaN; the features are broken.");
      }
    }
  }
}
