package reidstudio.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The ranks at which a query meets its matches. Only the matches are sorted, all others are counted
 * between them, so a row of M items with R matches costs O(M log R).
 */
final class MatchRanks {
  private final int[] galleryIds;
  private final TieOrder ties;
  private final Map<Integer, List<Integer>> itemsOf;

  MatchRanks(int[] galleryIds, TieOrder ties) {
    this.galleryIds = galleryIds.clone();
    this.ties = ties;
    this.itemsOf =
        IntStream.range(0, galleryIds.length)
            .boxed()
            .collect(Collectors.groupingBy(item -> galleryIds[item]));
  }

  /**
   * Ranks from 1, ascending; empty if the gallery lacks the identity.
   *
   * @throws IllegalArgumentException if the row does not fit the gallery or holds a NaN
   */
  int[] of(float[] similarity, int queryId) {
    check(similarity);
    long[] matches =
        itemsOf.getOrDefault(queryId, List.of()).stream()
            .mapToLong(item -> key(similarity[item], item, true))
            .sorted()
            .toArray();
    int[] ranks = new int[matches.length];
    for (int item = 0; item < similarity.length; item++) {
      if (galleryIds[item] != queryId) {
        int behind = -1 - Arrays.binarySearch(matches, key(similarity[item], item, false));
        if (behind < ranks.length) {
          ranks[behind]++;
        }
      }
    }
    int others = 0;
    for (int r = 0; r < ranks.length; r++) {
      others += ranks[r];
      ranks[r] = others + r + 1;
    }
    return ranks;
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

  private void check(float[] similarity) {
    if (similarity.length != galleryIds.length) {
      throw new IllegalArgumentException(
          "A row of %d similarities does not fit a gallery of %d items."
              .formatted(similarity.length, galleryIds.length));
    }
    for (int item = 0; item < similarity.length; item++) {
      if (Float.isNaN(similarity[item])) {
        throw new IllegalArgumentException(
            "The similarity to gallery item " + item + " is NaN; the features are broken.");
      }
    }
  }
}
