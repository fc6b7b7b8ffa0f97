package reidstudio.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes parameters with random values that depend on the seed and the order of calls alone, not on
 * the device's own generator.
 */
public final class ParameterFactory {
  private final NDManager manager;
  private final SplittableRandom random;
  private final List<Parameter> parameters = new ArrayList<>();

  /** Parameters will belong to {@code manager}, which must outlive the model. */
  public ParameterFactory(NDManager manager, long seed) {
    this.manager = manager;
    this.random = new SplittableRandom(seed);
  }

  /** The manager of all parameters, for buffers that are not trained. */
  public NDManager manager() {
    return manager;
  }

  /** Values from N(0, {@code deviation} squared). */
  public NDArray normal(String name, Parameter.Role role, double deviation, long... shape) {
    Shape size = new Shape(shape);
    float[] values = new float[Math.toIntExact(size.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * deviation);
    }
    return keep(name, role, manager.create(values, size));
  }

  /** One value everywhere. */
  public NDArray constant(String name, Parameter.Role role, float value, long... shape) {
    return keep(name, role, manager.full(new Shape(shape), value));
  }

  /** All parameters made so far, in order. */
  public List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  private NDArray keep(String name, Parameter.Role role, NDArray array) {
    array.setRequiresGradient(true);
    parameters.add(new Parameter(name, array, role));
    return array;
  }
}
