package reidstudio.metric;

import java.util.stream.IntStream;

/** The matches of a query, most similar first, equally similar ones as the gallery has them. */
public final class SortedMatches {
  private final Similarities similarities;
  private final int[] items;

  /**
   * Sorts.
   *
   * @param items gallery indices of the matches; not changed
   */
  public SortedMatches(Similarities similarities, int[] items) {
    this.similarities = similarities;
    this.items =
        IntStream.of(items)
            .mapToLong(item -> key(similarities.quick(item), item))
            .sorted()
            .mapToInt(key -> (int) key)
            .toArray();
    settle();
  }

  /** Ascending keys are the ranking by the quick figures. */
  private static long key(float similarity, int item) {
    int bits = Float.floatToIntBits(similarity + 0f);
    int ascending = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    return ((long) ~ascending << 32) | item;
  }

  /** Only neighbours can be in the wrong order, so few are moved, and not far. */
  private void settle() {
    for (int i = 1; i < items.length; i++) {
      int item = items[i];
      int at = i;
      while (at > 0 && isBefore(item, items[at - 1])) {
        items[at] = items[at - 1];
        at--;
      }
      items[at] = item;
    }
  }

  private boolean isBefore(int item, int other) {
    int order = similarities.compare(item, other);
    return order == 0 ? item < other : order < 0;
  }

  /** How many there are. */
  public int size() {
    return items.length;
  }

  float quick(int match) {
    return similarities.quick(items[match]);
  }

  /** How many come before {@code item}, which is no match. */
  public int ahead(int item, TieOrder ties) {
    int from = 0;
    int to = items.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (isAhead(items[middle], item, ties)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private boolean isAhead(int match, int item, TieOrder ties) {
    int order = similarities.compare(match, item);
    return order == 0
        ? switch (ties) {
          case GALLERY_INDEX -> match < item;
          case MATCHES_FIRST -> true;
          case MATCHES_LAST -> false;
        }
        : order < 0;
  }

  /**
   * Whether a match is exactly as similar as {@code item}, which is none.
   *
   * @param ahead as {@link #ahead} has it
   */
  public boolean ties(int item, int ahead) {
    return (ahead < items.length && similarities.compare(items[ahead], item) == 0)
        || (ahead > 0 && similarities.compare(items[ahead - 1], item) == 0);
  }
}
