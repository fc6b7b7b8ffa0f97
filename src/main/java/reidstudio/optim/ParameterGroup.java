package reidstudio.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import reidstudio.tensor.Parameter;

/**
 * Parameters that share a learning rate and a weight decay, with Adam's moments of each.
 *
 * @param role whose learning rate they follow
 * @param weightDecay decoupled decay
 * @param parameters at least one
 * @param values their arrays
 * @param first first moments
 * @param second second moments
 * @param steps step counters, one scalar each, as the fused kernel wants them
 */
record ParameterGroup(
    Parameter.Role role,
    double weightDecay,
    List<Parameter> parameters,
    List<NDArray> values,
    List<NDArray> first,
    List<NDArray> second,
    List<NDArray> steps) {
  static ParameterGroup of(
      NDManager manager, Parameter.Role role, double weightDecay, List<Parameter> parameters) {
    List<NDArray> values = parameters.stream().map(Parameter::value).toList();
    return new ParameterGroup(
        role,
        weightDecay,
        List.copyOf(parameters),
        values,
        values.stream().map(v -> manager.zeros(v.getShape())).toList(),
        values.stream().map(v -> manager.zeros(v.getShape())).toList(),
        values.stream().map(v -> manager.zeros(new Shape())).toList());
  }
}
