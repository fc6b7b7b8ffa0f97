package reidstudio.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reidstudio.config.GroupConfig;
import reidstudio.config.OptimizerConfig;
import reidstudio.config.OptimizerKind;
import reidstudio.tensor.ArgumentList;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter;
import reidstudio.tensor.Parameter.Role;

/**
 * Adam (Kingma and Ba 2015) or AdamW (Loshchilov and Hutter 2019) by the fused kernel, one call for
 * each group. Gradients are read where autograd left them and set to zero after the step.
 */
public final class Adam implements AutoCloseable {
  private final OperatorPack pack;
  private final NDManager manager;
  private final OptimizerConfig config;
  private final List<NDArray> values;
  private final ArgumentList allValues;
  private final List<ParameterGroup> groups = new ArrayList<>();

  /**
   * Takes charge of those of {@code parameters} that are trained; each belongs to one group.
   *
   * @throws IllegalArgumentException if none is
   */
  public Adam(OperatorPack pack, List<Parameter> parameters, OptimizerConfig config) {
    List<Parameter> trained = parameters.stream().filter(Parameter::isTrained).toList();
    if (trained.isEmpty()) {
      throw new IllegalArgumentException(
          "All parameters are frozen, nothing would train; shorten model.weights.frozen.");
    }
    this.pack = pack;
    this.config = config;
    this.manager = pack.manager().newSubManager();
    this.values = trained.stream().map(Parameter::value).toList();
    this.allValues = new ArgumentList(values);
    for (Role role : Role.values()) {
      Map<Boolean, List<Parameter>> byDecay =
          trained.stream()
              .filter(p -> p.role() == role)
              .collect(Collectors.partitioningBy(Parameter::decays));
      byDecay.values().stream()
          .filter(members -> !members.isEmpty())
          .forEach(members -> groups.add(new ParameterGroup(manager, members)));
    }
    defineGradients();
  }

  /**
   * A parameter that no step has used has no gradient at all, which the fused kernels refuse; a
   * backward pass through 0 times everything gives each one a zero.
   */
  private void defineGradients() {
    try (NDManager scope = manager.newSubManager();
        var collector = scope.getEngine().newGradientCollector()) {
      collector.backward(pack.graph("zero_of_all", scope.zeros(new Shape()), values));
    }
  }

  /** Norm of all gradients together, a scalar on the device owned by {@code owner}. */
  public NDArray gradientNorm(NDManager owner) {
    return pack.compute(owner, "gradient_norm", allValues);
  }

  /**
   * Clips and applies the gradients, then sets them to zero.
   *
   * @param gradientNorm as from {@link #gradientNorm}
   * @param factor of the schedule, for every group's peak rate
   */
  public void step(NDArray gradientNorm, double factor) {
    step(gradientNorm, factor, config);
  }

  /**
   * As {@link #step(NDArray, double)} under other rules than the run's, for an experiment that puts
   * parameters and moments back afterwards.
   */
  public void step(NDArray gradientNorm, double factor, OptimizerConfig rules) {
    try (NDArray divisor = divisor(gradientNorm, rules)) {
      for (ParameterGroup group : groups) {
        Parameter member = group.parameters().get(0);
        pack.run(
            method(rules.kind()),
            group.arguments().get(0),
            group.arguments().get(1),
            group.arguments().get(2),
            group.arguments().get(3),
            group.step(),
            divisor,
            factor * peakRate(member, rules),
            rules.beta1(),
            rules.beta2(),
            weightDecay(member, rules),
            rules.epsilon());
      }
    }
    zeroGradients();
  }

  /**
   * What the fused kernel divides gradients by as it reads them: clipping without a pass of its
   * own.
   */
  private NDArray divisor(NDArray gradientNorm, OptimizerConfig rules) {
    return rules.clipNorm() > 0
        ? pack.compute(manager, "clip_divisor", gradientNorm, rules.clipNorm())
        : manager.ones(new Shape());
  }

  private static String method(OptimizerKind kind) {
    return switch (kind) {
      case ADAMW -> "adamw";
      case ADAM -> "adam";
    };
  }

  /** Sets moments and counters to zero, as before the first step. */
  public void restart() {
    try (NDArray zero = manager.zeros(new Shape())) {
      state().values().forEach(array -> pack.run("assign", array, zero));
    }
  }

  /** Forgets the gradients of a step that is not applied. */
  public void zeroGradients() {
    pack.run("zero_gradients", allValues);
  }

  /** Learning rate of the matrices of {@code role} under the schedule's {@code factor}. */
  public double rate(Role role, double factor) {
    return factor * group(role, config).learningRate();
  }

  /** Peak learning rate of {@code parameter} if it is trained. */
  public double peakRate(Parameter parameter) {
    return peakRate(parameter, config);
  }

  private static double peakRate(Parameter parameter, OptimizerConfig rules) {
    double rate = group(parameter.role(), rules).learningRate();
    return parameter.decays() ? rate : rate * rules.biasRateFactor();
  }

  /** Weight decay of {@code parameter}. */
  public double weightDecay(Parameter parameter) {
    return weightDecay(parameter, config);
  }

  private static double weightDecay(Parameter parameter, OptimizerConfig rules) {
    return parameter.decays() ? group(parameter.role(), rules).weightDecay() : 0;
  }

  private static GroupConfig group(Role role, OptimizerConfig rules) {
    return switch (role) {
      case ENCODER -> rules.encoder();
      case ADAPTER -> rules.adapter();
      case FUSION -> rules.fusion();
      case HEAD -> rules.head();
    };
  }

  /** Names of the parameters that this optimizer really moves. */
  public List<String> parameterNames() {
    return groups.stream().flatMap(g -> g.parameters().stream()).map(Parameter::name).toList();
  }

  /**
   * Moments by {@code <parameter>.exp_avg} and {@code .exp_avg_sq}, in a fixed order, and the
   * counter of each group by {@code <first parameter>.step}; the arrays are this optimizer's own.
   */
  public Map<String, NDArray> state() {
    Map<String, NDArray> state = new LinkedHashMap<>();
    for (ParameterGroup group : groups) {
      state.put(group.parameters().get(0).name() + ".step", group.step());
      for (int i = 0; i < group.parameters().size(); i++) {
        String name = group.parameters().get(i).name();
        state.put(name + ".exp_avg", group.first().get(i));
        state.put(name + ".exp_avg_sq", group.second().get(i));
      }
    }
    return state;
  }

  @Override
  public void close() {
    groups.forEach(ParameterGroup::close);
    allValues.close();
    manager.close();
  }
}
