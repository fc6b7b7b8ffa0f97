package reidstudio.engine;

import java.util.Arrays;

/** The most similar items of a row, equal ones in their order; the others are not sorted. */
final class BestItems {
  private final int most;

  BestItems(int most) {
    this.most = most;
  }

  /** Positions in {@code similarity}, best first, no more than there are. */
  int[] of(float[] similarity) {
    int[] best = new int[Math.min(most, similarity.length)];
    int filled = 0;
    for (int item = 0; item < similarity.length; item++) {
      if (filled == best.length && similarity[item] <= similarity[best[filled - 1]]) {
        continue;
      }
      int at = filled < best.length ? filled++ : filled - 1;
      while (at > 0 && similarity[best[at - 1]] < similarity[item]) {
        best[at] = best[at - 1];
        at--;
      }
      best[at] = item;
    }
    return Arrays.copyOf(best, filled);
  }
}
