package reidstudio.ui.log;

import java.util.List;
import reidstudio.store.LogEntry;

/**
 * Which lines of a log belong to a step.
 *
 * @param step that was asked for
 * @param isExact whether anything was logged between this step and the next; if not, the lines are
 *     the last ones before
 * @param first index of the first line
 * @param count number of lines; 0 only if there is none up to the step
 */
record LogPlace(long step, boolean isExact, int first, int count) {
  /** Finds {@code step} in {@code lines}, whose steps never decrease. */
  static LogPlace of(List<LogEntry> lines, long step) {
    int end = firstAfter(lines, step);
    if (end == 0) {
      return new LogPlace(step, false, 0, 0);
    }
    long found = lines.get(end - 1).step();
    int first = firstAfter(lines, found - 1);
    return found == step
        ? new LogPlace(step, true, first, end - first)
        : new LogPlace(step, false, end - 1, 1);
  }

  private static int firstAfter(List<LogEntry> lines, long step) {
    int low = 0;
    int high = lines.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lines.get(middle).step() <= step) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
