package reidstudio.loss;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * One direction of a block: how many positives each row finds among {@code width} columns. A row
 * without any is not valid and has no target distribution.
 */
final class MatchSide {
  private final int[] positives;
  private final int width;
  private final int validRows;

  MatchSide(int[] labels, int[] others) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int other : others) {
      counts.merge(other, 1, Integer::sum);
    }
    positives = Arrays.stream(labels).map(label -> counts.getOrDefault(label, 0)).toArray();
    width = others.length;
    validRows = count(found -> found > 0);
  }

  int rows() {
    return positives.length;
  }

  int width() {
    return width;
  }

  int validRows() {
    return validRows;
  }

  int positives(int row) {
    return positives[row];
  }

  /** How many rows have such a number of positives. */
  int count(IntPredicate ofPositives) {
    return (int) Arrays.stream(positives).filter(ofPositives).count();
  }

  int minPositives() {
    return Arrays.stream(positives).filter(count -> count > 0).min().orElse(0);
  }

  /** Mean of a function of the number of positives over valid rows, 0 if there are none. */
  double mean(IntToDoubleFunction ofPositives) {
    return Arrays.stream(positives)
        .filter(count -> count > 0)
        .mapToDouble(ofPositives)
        .average()
        .orElse(0);
  }
}
