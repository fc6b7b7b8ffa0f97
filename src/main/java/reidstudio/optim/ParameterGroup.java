package reidstudio.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.List;
import reidstudio.tensor.ArgumentList;
import reidstudio.tensor.Parameter;

/**
 * Parameters that share a role, and so a learning rate, and are all decayed or all not; with Adam's
 * moments of each.
 */
final class ParameterGroup implements AutoCloseable {
  private final List<Parameter> parameters;
  private final List<NDArray> first;
  private final List<NDArray> second;
  private final NDArray step;
  private final List<ArgumentList> arguments;

  /** Moments of {@code parameters}, at least one, owned by {@code manager}. */
  ParameterGroup(NDManager manager, List<Parameter> parameters) {
    this.parameters = List.copyOf(parameters);
    List<NDArray> values = parameters.stream().map(Parameter::value).toList();
    first = values.stream().map(v -> manager.zeros(v.getShape())).toList();
    second = values.stream().map(v -> manager.zeros(v.getShape())).toList();
    step = manager.zeros(new Shape());
    // The kernel wants a counter for each parameter; all of them count the same.
    List<NDArray> steps = Collections.nCopies(values.size(), step);
    arguments =
        List.of(
            new ArgumentList(values),
            new ArgumentList(first),
            new ArgumentList(second),
            new ArgumentList(steps));
  }

  List<Parameter> parameters() {
    return parameters;
  }

  /** First moment of each parameter. */
  List<NDArray> first() {
    return first;
  }

  /** Second moment of each parameter. */
  List<NDArray> second() {
    return second;
  }

  /** Counter of updates, a scalar. */
  NDArray step() {
    return step;
  }

  /** Values, moments and counters, as the fused kernels take them. */
  List<ArgumentList> arguments() {
    return arguments;
  }

  @Override
  public void close() {
    arguments.forEach(ArgumentList::close);
  }
}
