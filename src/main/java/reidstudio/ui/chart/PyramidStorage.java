package reidstudio.ui.chart;

/**
 * The arrays of a {@link MinMaxPyramid}: the points, and for each level the extents of complete
 * groups of 4, 16, 64, ... points. A cell is written once, when its group is complete.
 */
final class PyramidStorage {
  private static final int BITS = 2;

  private final double[] xs;
  private final double[] ys;
  private final double[][] mins;
  private final double[][] maxs;
  private final int[][] nonFinite;

  /** Room for {@code capacity} points, a power of two. */
  PyramidStorage(int capacity) {
    xs = new double[capacity];
    ys = new double[capacity];
    int levels = (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(capacity)) / BITS;
    mins = new double[levels][];
    maxs = new double[levels][];
    nonFinite = new int[levels][];
    for (int level = 0; level < levels; level++) {
      int cells = capacity >> (BITS * (level + 1));
      mins[level] = new double[cells];
      maxs[level] = new double[cells];
      nonFinite[level] = new int[cells];
    }
  }

  int capacity() {
    return xs.length;
  }

  double x(int index) {
    return xs[index];
  }

  double y(int index) {
    return ys[index];
  }

  /** A copy with twice the room; this one stays valid for readers that still hold it. */
  PyramidStorage grown() {
    if (xs.length >= 1 << 30) {
      throw new IllegalStateException("A trace holds at most 2^30 points; start a new one");
    }
    PyramidStorage larger = new PyramidStorage(xs.length * 2);
    System.arraycopy(xs, 0, larger.xs, 0, xs.length);
    System.arraycopy(ys, 0, larger.ys, 0, ys.length);
    for (int level = 0; level < mins.length; level++) {
      int cells = mins[level].length;
      System.arraycopy(mins[level], 0, larger.mins[level], 0, cells);
      System.arraycopy(maxs[level], 0, larger.maxs[level], 0, cells);
      System.arraycopy(nonFinite[level], 0, larger.nonFinite[level], 0, cells);
    }
    return larger;
  }

  /** Writes the point at {@code index} and every group that it completes. */
  void put(int index, double x, double y, Extent scratch) {
    xs[index] = x;
    ys[index] = y;
    int count = index + 1;
    for (int level = 0; level < mins.length; level++) {
      int shift = BITS * (level + 1);
      if ((count & ((1 << shift) - 1)) != 0) {
        return;
      }
      completeCell(level, (count >> shift) - 1, scratch);
    }
  }

  private void completeCell(int level, int cell, Extent scratch) {
    scratch.clear();
    for (int child = cell << BITS; child < (cell + 1) << BITS; child++) {
      addCell(level - 1, child, scratch);
    }
    mins[level][cell] = scratch.min();
    maxs[level][cell] = scratch.max();
    nonFinite[level][cell] = scratch.nonFinite();
  }

  private void addCell(int level, int cell, Extent into) {
    if (level < 0) {
      into.add(ys[cell]);
    } else {
      into.add(mins[level][cell], maxs[level][cell], nonFinite[level][cell]);
    }
  }

  /** Adds {@code [from, to)} using the largest aligned complete groups: O(log(to - from)) cells. */
  void extent(int from, int to, Extent into) {
    int index = from;
    while (index < to) {
      int level = -1;
      while (level + 1 < mins.length) {
        int span = 1 << (BITS * (level + 2));
        if ((index & (span - 1)) != 0 || index > to - span) {
          break;
        }
        level++;
      }
      addCell(level, index >> (BITS * (level + 1)), into);
      index += 1 << (BITS * (level + 1));
    }
  }
}
