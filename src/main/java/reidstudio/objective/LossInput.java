package reidstudio.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.Arrays;
import reidstudio.batch.HostBatch;
import reidstudio.model.Features;

/**
 * What the losses of one batch are made from. Rows are numbered as they are classified: N items,
 * then G fused queries.
 *
 * @param batch labels and which rows belong together
 * @param features of the model for the same rows
 */
record LossInput(HostBatch batch, Features features) {

  /** Identities of the rows. */
  int[] labels(int[] rows) {
    int[] all = batch.rowLabels();
    return Arrays.stream(rows).map(row -> all[row]).toArray();
  }

  /**
   * Features before the neck, [rows, D], in the order of {@code rows}.
   *
   * @param rows all of them items, or all of them fused
   */
  NDArray rows(int[] rows) {
    NDArray items = features.items_NxD();
    if (rows.length == 0) {
      return items.get("0:0");
    }
    int first = rows[0] < batch.rows() ? 0 : batch.rows();
    NDArray from = first == 0 ? items : features.fused_GxD().orElseThrow();
    return pick(from, Arrays.stream(rows).map(row -> row - first).toArray());
  }

  private static NDArray pick(NDArray from, int[] rows) {
    int start = rows[0];
    if (isRange(rows)) {
      return from.get(start + ":" + (start + rows.length));
    }
    long[] index = Arrays.stream(rows).asLongStream().toArray();
    return from.get(new NDIndex("{}", from.getManager().create(index)));
  }

  /** Modalities lie in contiguous pieces, which need no copy. */
  private static boolean isRange(int[] rows) {
    for (int i = 1; i < rows.length; i++) {
      if (rows[i] != rows[i - 1] + 1) {
        return false;
      }
    }
    return true;
  }
}
