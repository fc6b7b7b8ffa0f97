package reidstudio.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import reidstudio.event.MetricKey;
import reidstudio.tensor.Scalar;

/**
 * One summand of what is minimised. Sum and log take value and weight from here, so that the weight
 * that is multiplied is the weight that is logged.
 *
 * @param key of the value
 * @param value before the weight, a scalar on the device, attached to the graph
 * @param weightKey of the weight
 * @param weight factor in the sum; 0 means measured but not minimised
 * @param known what the term was built from, known without the device
 */
public record LossTerm(
    MetricKey key,
    NDArray value,
    MetricKey weightKey,
    double weight,
    Map<MetricKey, Double> known) {
  public LossTerm {
    known = Map.copyOf(known);
  }

  /** Whether the term is a part of the sum. */
  public boolean isMinimised() {
    return weight > 0;
  }

  /** Value times weight, a scalar. */
  public NDArray weighted() {
    return value.mul(Scalar.of(value, weight)).reshape(new Shape());
  }
}
