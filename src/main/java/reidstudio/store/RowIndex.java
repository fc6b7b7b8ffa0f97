package reidstudio.store;

/**
 * Which row of the timeline each point of a series belongs to. Most quantities are measured at each
 * step: nothing is stored before the first gap.
 */
final class RowIndex {
  private final DoubleColumn explicit = new DoubleColumn();
  private volatile int first;
  // Points from here on are stored. A reader that still sees the old value asks only for points in
  // front of the new one, for which both give the same answer.
  private volatile int explicitFrom = Integer.MAX_VALUE;

  void put(int index, int row) {
    if (index == 0) {
      first = row;
    } else if (index < explicitFrom && row != first + index) {
      explicitFrom = index;
    }
    if (index >= explicitFrom) {
      explicit.put(index - explicitFrom, row);
    }
  }

  int at(int index) {
    int from = explicitFrom;
    return index < from ? first + index : (int) explicit.get(index - from);
  }
}
