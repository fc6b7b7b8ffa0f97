package reidstudio.sampler;

import java.util.SplittableRandom;

/**
 * Deals the items of one identity over an epoch: K at a time, one visible and one non-visible among
 * them where it has both.
 *
 * <p>Independent draws would show some items twice before others once. Here every draw takes an
 * item that was dealt least, and the free places of a hand leave to later hands the items that
 * those must draw anyway; so an epoch shows as many different items as it has room for. Within a
 * hand nothing repeats unless the identity has fewer than K items.
 */
final class Hands {
  private final int instances;
  private final SplittableRandom random;
  private final Group visible;
  private final Group nonVisible;
  private int handsLeft;

  /**
   * @param hands how often {@link #deal} will be called
   */
  Hands(IdentityIndex.Identity identity, int instances, int hands, SplittableRandom random) {
    this.instances = instances;
    this.handsLeft = hands;
    this.random = random;
    this.visible = new Group(identity.visible(), random);
    this.nonVisible = new Group(identity.nonVisible(), random);
  }

  /** Writes K item positions into {@code batch} from {@code from} on. */
  void deal(int[] batch, int from) {
    handsLeft--;
    int at = from;
    if (instances > 1) {
      at = dealOne(visible, batch, from, at);
      at = dealOne(nonVisible, batch, from, at);
    }
    while (at < from + instances) {
      at = dealOne(next(batch, from, at), batch, from, at);
    }
  }

  private static int dealOne(Group group, int[] batch, int from, int at) {
    if (group.size() == 0) {
      return at;
    }
    batch[at] = group.take(batch, from, at);
    return at + 1;
  }

  /** The group for a free place: by what no later hand must draw, then by what was dealt least. */
  private Group next(int[] batch, int from, int at) {
    int spareVisible = spare(visible);
    int spare = spareVisible + spare(nonVisible);
    if (spare > 0) {
      return random.nextInt(spare) < spareVisible ? visible : nonVisible;
    }
    int ofVisible = visible.leastDealt(batch, from, at);
    int ofNonVisible = nonVisible.leastDealt(batch, from, at);
    if (ofVisible == ofNonVisible) {
      return random.nextInt(visible.size() + nonVisible.size()) < visible.size()
          ? visible
          : nonVisible;
    }
    return ofVisible < ofNonVisible ? visible : nonVisible;
  }

  private int spare(Group group) {
    return Math.max(0, group.undealt() - (instances > 1 ? handsLeft : 0));
  }

  /** Items of one kind and how often each was dealt. */
  private static final class Group {
    private final int[] items;
    private final int[] dealt;
    private int undealt;

    Group(int[] items, SplittableRandom random) {
      this.items = items;
      this.dealt = new int[items.length];
      this.undealt = items.length;
      EpochRandom.shuffle(items, random);
    }

    int size() {
      return items.length;
    }

    int undealt() {
      return undealt;
    }

    /** How often its least dealt item outside the hand was dealt; the maximum if none is left. */
    int leastDealt(int[] batch, int from, int to) {
      int at = find(batch, from, to);
      return at < 0 ? Integer.MAX_VALUE : dealt[at];
    }

    /** Deals the least dealt item outside the hand, or the least dealt of all if none is left. */
    int take(int[] batch, int from, int to) {
      int at = find(batch, from, to);
      if (at < 0) {
        at = find(batch, from, from);
      }
      if (dealt[at]++ == 0) {
        undealt--;
      }
      return items[at];
    }

    private int find(int[] batch, int from, int to) {
      int best = -1;
      for (int i = 0; i < items.length; i++) {
        if ((best < 0 || dealt[i] < dealt[best]) && !contains(batch, from, to, items[i])) {
          best = i;
        }
      }
      return best;
    }

    private static boolean contains(int[] batch, int from, int to, int item) {
      for (int i = from; i < to; i++) {
        if (batch[i] == item) {
          return true;
        }
      }
      return false;
    }
  }
}
