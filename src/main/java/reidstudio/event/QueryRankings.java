package reidstudio.event;

/**
 * How each query of one setting did, as columns: there may be hundreds of thousands.
 *
 * @param setting such as {@code nir+text}
 * @param identities number of who is looked for, [Q]
 * @param items numbers of what is shown of the person, [Q x modalities], query by query
 * @param matches gallery pictures of the person, [Q]
 * @param firstRanks rank of the first of them, from 1, [Q]; 0 without a match
 * @param averagePrecisions over the full ranking, [Q]; NaN without a match
 * @param top gallery indices that the ranking begins with, [Q x {@link #TOP}], -1 behind the end
 */
public record QueryRankings(
    String setting,
    int[] identities,
    int[] items,
    int[] matches,
    int[] firstRanks,
    float[] averagePrecisions,
    int[] top) {
  /** Gallery pictures that are kept of each ranking. */
  public static final int TOP = 10;

  /** Number of queries. */
  public int size() {
    return identities.length;
  }

  /** Items of each query. */
  public int modalities() {
    return size() == 0 ? 0 : items.length / size();
  }

  /** Number of item {@code at} of {@code query}. */
  public int item(int query, int at) {
    return items[query * modalities() + at];
  }

  /** Gallery index at {@code place} of the ranking, from 0; -1 behind its end. */
  public int top(int query, int place) {
    return top[query * TOP + place];
  }
}
