package reidstudio.metric;

import java.util.HashMap;
import java.util.Map;

/** Which gallery items show which identity; made once for all settings of a protocol. */
public final class GalleryItems {
  private static final int[] NONE = {};

  private final int[] identities;
  private final Map<Integer, int[]> itemsOf = new HashMap<>();

  /**
   * @param identities one for each gallery item
   */
  public GalleryItems(int[] identities) {
    this.identities = identities.clone();
    Map<Integer, Integer> counts = new HashMap<>();
    for (int identity : identities) {
      counts.merge(identity, 1, Integer::sum);
    }
    counts.forEach((identity, count) -> itemsOf.put(identity, new int[count]));
    for (int item = identities.length - 1; item >= 0; item--) {
      int left = counts.merge(identities[item], -1, Integer::sum);
      itemsOf.get(identities[item])[left] = item;
    }
  }

  /** Number of items. */
  public int size() {
    return identities.length;
  }

  /** Whether {@code item} shows {@code identity}. */
  boolean shows(int item, int identity) {
    return identities[item] == identity;
  }

  /** Items of {@code identity}, ascending; the caller must not change them. */
  int[] of(int identity) {
    return itemsOf.getOrDefault(identity, NONE);
  }
}
