package reidstudio.store;

/**
 * Smallest and largest value of blocks of 16, 64, 256, ... points, so that any range is summed up
 * by a few blocks. About 2 bytes a point.
 *
 * <p>A block is stored once its last point is there, never changed, and only read within ranges
 * that hold all its points: {@link Series} publishes it by publishing that point.
 */
final class Pyramid {
  private static final int BASE_BITS = 4;
  private static final int LEVELS = (31 - BASE_BITS + 1) / 2;

  private final Level[] levels = new Level[LEVELS];

  /** Adds point {@code index}; points come in order. */
  void add(int index, double value) {
    level(0).open.add(value);
    int end = index + 1;
    for (int k = 0; k < LEVELS && (end & (width(k) - 1)) == 0; k++) {
      Level closing = levels[k];
      closing.store(end / width(k) - 1);
      if (k + 1 < LEVELS) {
        RangeSummary open = closing.open;
        level(k + 1).open.add(open.min(), open.max(), open.nonFinite());
      }
      closing.open.clear();
    }
  }

  /** Adds the points with indices in {@code [from, to)}, all of them published. */
  void summarize(DoubleColumn values, int from, int to, RangeSummary into) {
    int i = from;
    while (i < to) {
      int alignment = Integer.numberOfTrailingZeros(i);
      int room = 31 - Integer.numberOfLeadingZeros(to - i);
      int bits = Math.min(alignment, room);
      if (bits < BASE_BITS) {
        into.add(values.get(i));
        i++;
      } else {
        int k = (bits - BASE_BITS) / 2;
        levels[k].load(i / width(k), into);
        i += width(k);
      }
    }
  }

  private Level level(int k) {
    if (levels[k] == null) {
      levels[k] = new Level();
    }
    return levels[k];
  }

  private static int width(int level) {
    return 1 << (BASE_BITS + 2 * level);
  }

  private static final class Level {
    private final DoubleColumn min = new DoubleColumn();
    private final DoubleColumn max = new DoubleColumn();
    private final DoubleColumn nonFinite = new DoubleColumn();
    // of the block that is not full yet; the writer's alone
    private final RangeSummary open = new RangeSummary();

    void store(int block) {
      min.put(block, open.min());
      max.put(block, open.max());
      nonFinite.put(block, open.nonFinite());
    }

    void load(int block, RangeSummary into) {
      into.add(min.get(block), max.get(block), (int) nonFinite.get(block));
    }
  }
}
