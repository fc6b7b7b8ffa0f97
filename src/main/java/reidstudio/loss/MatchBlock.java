package reidstudio.loss;

import java.util.Optional;
import reidstudio.event.ZeroReason;

/** Which query rows and gallery rows show the same identity, seen from both sides. Host only. */
final class MatchBlock {
  private final int[] queryLabels;
  private final int[] galleryLabels;
  private final MatchSide queries;
  private final MatchSide galleries;

  MatchBlock(int[] queryLabels, int[] galleryLabels) {
    this.queryLabels = queryLabels;
    this.galleryLabels = galleryLabels;
    queries = new MatchSide(queryLabels, galleryLabels);
    galleries = new MatchSide(galleryLabels, queryLabels);
  }

  /** Query rows against gallery columns. */
  MatchSide queries() {
    return queries;
  }

  /** Gallery rows against query columns. */
  MatchSide galleries() {
    return galleries;
  }

  /** Why no distribution can be matched in this block, if so. */
  Optional<ZeroReason> zeroReason() {
    if (galleryLabels.length == 0) {
      return Optional.of(ZeroReason.NO_VISIBLE_ITEM);
    }
    if (queryLabels.length == 0) {
      return Optional.of(ZeroReason.NO_OTHER_MODALITY);
    }
    if (queries.validRows() == 0) {
      return Optional.of(ZeroReason.NO_POSITIVE_PAIR);
    }
    return queryLabels.length == 1 && galleryLabels.length == 1
        ? Optional.of(ZeroReason.SINGLE_PAIR)
        : Optional.empty();
  }

  /**
   * A value for each pair in both directions, 2 x N x M with the queries' direction first. Only
   * valid rows are asked for; others hold 0.
   */
  float[] tabulate(Cell cell) {
    int size = queryLabels.length * galleryLabels.length;
    float[] table = new float[2 * size];
    int at = 0;
    for (int i = 0; i < queryLabels.length; i++) {
      for (int j = 0; j < galleryLabels.length; j++, at++) {
        boolean match = queryLabels[i] == galleryLabels[j];
        table[at] = value(cell, queries, i, match);
        table[size + at] = value(cell, galleries, j, match);
      }
    }
    return table;
  }

  private static float value(Cell cell, MatchSide side, int row, boolean match) {
    int positives = side.positives(row);
    return positives == 0 ? 0 : (float) cell.of(positives, side.validRows(), match);
  }

  /** A number for one pair. */
  @FunctionalInterface
  interface Cell {
    /**
     * The number.
     *
     * @param positives of the pair's row in this direction, at least 1
     * @param validRows in this direction
     * @param match whether the pair is one of the positives
     */
    double of(int positives, int validRows, boolean match);
  }
}
