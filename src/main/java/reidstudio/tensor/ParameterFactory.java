package reidstudio.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import reidstudio.tensor.Parameter.Origin;
import reidstudio.tensor.Parameter.Role;

/**
 * Makes parameters with values from a weight file, or with random ones that depend on the seed and
 * the order of calls alone, not on the device's own generator.
 */
public final class ParameterFactory {
  private final NDManager manager;
  private final SplittableRandom random;
  private final StartValues start;
  private final Predicate<String> frozen;
  private final List<Parameter> parameters = new ArrayList<>();

  /** All parameters start at random and are trained; {@code manager} must outlive the model. */
  public ParameterFactory(NDManager manager, long seed) {
    this(manager, seed, StartValues.RANDOM, name -> false);
  }

  /**
   * Parameters will belong to {@code manager}, which must outlive the model.
   *
   * @param frozen whether a parameter of that name is not trained
   */
  public ParameterFactory(
      NDManager manager, long seed, StartValues start, Predicate<String> frozen) {
    this.manager = manager;
    this.random = new SplittableRandom(seed);
    this.start = start;
    this.frozen = frozen;
  }

  /** The manager of all parameters, for buffers that are not trained. */
  public NDManager manager() {
    return manager;
  }

  /** Values from N(0, {@code deviation} squared). */
  public NDArray normal(String name, Role role, double deviation, long... shape) {
    return drawn(name, role, () -> random.nextGaussian() * deviation, shape);
  }

  /** Values between {@code -bound} and {@code bound}, all equally likely. */
  public NDArray uniform(String name, Role role, double bound, long... shape) {
    return drawn(name, role, () -> random.nextDouble(-bound, bound), shape);
  }

  /** One value everywhere. */
  public NDArray constant(String name, Role role, float value, long... shape) {
    return drawn(name, role, () -> value, shape);
  }

  /** All parameters made so far, in order. */
  public List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  private NDArray drawn(String name, Role role, DoubleSupplier draw, long... shape) {
    Optional<float[]> known = start.of(name, shape);
    float[] values = known.orElseGet(() -> draw(draw, shape));
    NDArray array = manager.create(values, new Shape(shape));
    array.setRequiresGradient(!frozen.test(name));
    Origin origin = known.isPresent() ? Origin.PRETRAINED : Origin.RANDOM;
    parameters.add(new Parameter(name, array, role, origin));
    return array;
  }

  private static float[] draw(DoubleSupplier draw, long... shape) {
    long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    float[] values = new float[Math.toIntExact(size)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) draw.getAsDouble();
    }
    return values;
  }
}
