package reidstudio.event;

import java.util.List;

/**
 * Losses of a query that is fused of several items.
 *
 * @param rows of these items
 * @param ce classification loss
 * @param sdm NaN where it has no positive
 */
public record FusedLoss(List<Integer> rows, double ce, double sdm) {
  public FusedLoss {
    rows = List.copyOf(rows);
  }
}
