package reidstudio.event;

import java.util.List;
import java.util.Optional;

/**
 * What model and losses make of a batch, as in training: batch statistics in the neck, and the
 * epoch's temperature.
 *
 * @param afterStep the step after which the weights were as they were for this
 * @param ce classification loss of the whole batch
 * @param sdm of the whole batch
 * @param sdmZero why that is exactly 0, when it is
 * @param temperature of SDM's softmax
 * @param rowCe classification loss of each row
 * @param rowSdm SDM of each row; NaN where it is not defined, as without a positive. Of a visible
 *     row the mean over the kinds of single query that it is matched with
 * @param fused of the queries that are fused
 * @param queries numbers of the rows that are not visible photos, in order
 * @param gallery numbers of the visible ones, in order
 * @param cosines between features before the neck, of {@code queries} by {@code gallery}
 */
public record BatchMeasures(
    long afterStep,
    double ce,
    double sdm,
    Optional<ZeroReason> sdmZero,
    double temperature,
    double[] rowCe,
    double[] rowSdm,
    List<FusedLoss> fused,
    int[] queries,
    int[] gallery,
    double[][] cosines) {
  public BatchMeasures {
    fused = List.copyOf(fused);
  }
}
