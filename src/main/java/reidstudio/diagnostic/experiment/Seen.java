package reidstudio.diagnostic.experiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import reidstudio.event.MetricKey;
import reidstudio.objective.LossTerm;
import reidstudio.objective.LossTerms;

/**
 * The losses of one batch, read from the device at once.
 *
 * @param total what is minimised
 * @param crossEntropy before its weight
 * @param accuracy share of the classified rows that are right, 0 to 1
 * @param sdm before its weight; 0 if the batch has no pair
 * @param sdmFloor smallest value that the batch's pairs allow; NaN if it has none
 */
record Seen(double total, double crossEntropy, double accuracy, double sdm, double sdmFloor) {
  static Seen of(LossTerms terms) {
    LossTerm sdm = terms.term(MetricKey.SDM_LOSS);
    NDList scalars = new NDList();
    for (NDArray each :
        List.of(
            terms.total(), terms.term(MetricKey.CE_LOSS).value(), terms.accuracy(), sdm.value())) {
      scalars.add(each.reshape(new Shape()).toType(DataType.FLOAT32, false));
    }
    float[] values = NDArrays.stack(scalars).toFloatArray();
    return new Seen(
        values[0],
        values[1],
        values[2],
        values[3],
        sdm.known().getOrDefault(MetricKey.SDM_FLOOR, Double.NaN));
  }

  boolean isFinite() {
    return Double.isFinite(total);
  }
}
