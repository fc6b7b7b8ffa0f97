package reidstudio.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import reidstudio.tensor.Parameter;

/**
 * Parameters that share a role, and so a learning rate, and are all decayed or all not; with Adam's
 * moments of each.
 *
 * @param parameters at least one
 * @param values their arrays
 * @param first first moments
 * @param second second moments
 * @param steps step counters, one scalar each, as the fused kernel wants them
 */
record ParameterGroup(
    List<Parameter> parameters,
    List<NDArray> values,
    List<NDArray> first,
    List<NDArray> second,
    List<NDArray> steps) {
  static ParameterGroup of(NDManager manager, List<Parameter> parameters) {
    List<NDArray> values = parameters.stream().map(Parameter::value).toList();
    return new ParameterGroup(
        List.copyOf(parameters),
        values,
        values.stream().map(v -> manager.zeros(v.getShape())).toList(),
        values.stream().map(v -> manager.zeros(v.getShape())).toList(),
        values.stream().map(v -> manager.zeros(new Shape())).toList());
  }
}
