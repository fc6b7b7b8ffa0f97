package reidstudio.metric;

import java.util.Arrays;

/**
 * The items that a ranking begins with: by similarity downwards, then by gallery index, the order
 * of {@link TieOrder#GALLERY_INDEX}. One pass over the row, whatever its length.
 *
 * @param count how many at most
 */
public record TopItems(int count) {
  /** Stands behind the end of a gallery of fewer items. */
  public static final int NONE = -1;

  public TopItems {
    if (count < 1) {
      throw new IllegalArgumentException("At least 1 item is needed, not " + count);
    }
  }

  /** Gallery indices, best first; {@link #NONE} where the gallery ends. */
  public int[] of(Similarities similarities) {
    int[] top = new int[count];
    Arrays.fill(top, NONE);
    int filled = 0;
    for (int item = 0; item < similarities.size(); item++) {
      int place = filled;
      // later items lose against equal ones, so only a larger similarity moves up
      while (place > 0 && similarities.compare(item, top[place - 1]) < 0) {
        place--;
      }
      if (place < count) {
        int last = Math.min(filled, count - 1);
        System.arraycopy(top, place, top, place + 1, last - place);
        top[place] = item;
        filled = Math.min(count, filled + 1);
      }
    }
    return top;
  }
}
