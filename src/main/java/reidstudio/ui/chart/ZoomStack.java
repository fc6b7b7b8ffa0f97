package reidstudio.ui.chart;

import java.util.ArrayDeque;
import java.util.Deque;

/** The views shown so far, so that a zoom can be undone. A gesture of many steps counts once. */
final class ZoomStack {
  private static final int DEPTH = 100;

  private final Deque<ChartView> earlier = new ArrayDeque<>();
  private ChartView current = ChartView.FOLLOW_ALL;

  ChartView current() {
    return current;
  }

  /** Shows {@code next}; a step that continues a gesture replaces the step before it. */
  void show(ChartView next, boolean continuesGesture) {
    if (next.equals(current)) {
      return;
    }
    if (!continuesGesture || earlier.isEmpty()) {
      earlier.push(current);
      if (earlier.size() > DEPTH) {
        earlier.removeLast();
      }
    }
    current = next;
  }

  boolean canUndo() {
    return !earlier.isEmpty();
  }

  /** Goes back to the view before the last gesture; stays where there is none. */
  void undo() {
    if (!earlier.isEmpty()) {
      current = earlier.pop();
    }
  }
}
