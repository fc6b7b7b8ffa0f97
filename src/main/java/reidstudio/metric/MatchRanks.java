package reidstudio.metric;

/**
 * The ranks at which a query meets its matches. Only the matches are sorted, all others are counted
 * between them, nearly all of these by one look into a table, so a row of M items with R matches
 * costs about O(M + R log R).
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
  Ranked of(Similarities similarities, int queryId) {
    similarities.checkSize(gallery.size());
    int[] items = gallery.of(queryId);
    if (items.length == 0) {
      for (int item = 0; item < similarities.size(); item++) {
        similarities.checkNumber(item);
      }
      return new Ranked(items, false);
    }
    for (int item : items) {
      similarities.checkNumber(item);
    }
    return ranked(similarities, queryId, new SortedMatches(similarities, items));
  }

  private Ranked ranked(Similarities similarities, int queryId, SortedMatches matches) {
    MatchBuckets buckets = new MatchBuckets(matches, similarities.reach());
    int[] before = new int[matches.size() + 1];
    boolean tied = false;
    for (int item = 0; item < similarities.size(); item++) {
      int ahead = buckets.matchesAhead(similarities.quick(item));
      if (ahead == MatchBuckets.UNDECIDED) {
        similarities.checkNumber(item);
        if (gallery.shows(item, queryId)) {
          continue;
        }
        ahead = matches.ahead(item, ties);
        tied |= matches.ties(item, ahead);
      }
      before[ahead]++;
    }
    int[] ranks = new int[matches.size()];
    int others = 0;
    for (int r = 0; r < ranks.length; r++) {
      others += before[r];
      ranks[r] = others + r + 1;
    }
    return new Ranked(ranks, tied);
  }
}
