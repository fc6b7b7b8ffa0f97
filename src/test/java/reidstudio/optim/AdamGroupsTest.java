package reidstudio.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reidstudio.config.GroupConfig;
import reidstudio.config.OptimizerConfig;
import reidstudio.config.OptimizerKind;
import reidstudio.config.ScheduleConfig;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;
import reidstudio.tensor.StartValues;

/** Both rules, all four roles, a factor for vectors, frozen parameters. */
class AdamGroupsTest {
  private static final Map<Role, GroupConfig> GROUPS =
      new EnumMap<>(
          Map.of(
              Role.ENCODER, new GroupConfig(0.01, 0.3),
              Role.ADAPTER, new GroupConfig(0.02, 0.1),
              Role.FUSION, new GroupConfig(0.03, 0.2),
              Role.HEAD, new GroupConfig(0.05, 0)));

  private static final double BIAS_FACTOR = 2;

  private OperatorPack pack;
  private NDManager scope;
  private List<Parameter> parameters;

  private static OptimizerConfig config(OptimizerKind kind) {
    return new OptimizerConfig(
        kind,
        GROUPS.get(Role.ENCODER),
        GROUPS.get(Role.ADAPTER),
        GROUPS.get(Role.FUSION),
        GROUPS.get(Role.HEAD),
        BIAS_FACTOR,
        0.8,
        0.95,
        1e-6,
        ScheduleConfig.defaults(),
        0,
        1);
  }

  @BeforeEach
  void make() {
    pack = OperatorPack.load(Device.cpu());
    scope = pack.manager().newSubManager();
    ParameterFactory make =
        new ParameterFactory(scope, 11, StartValues.RANDOM, name -> name.startsWith("frozen"));
    for (Role role : Role.values()) {
      make.normal(role + ".matrix", role, 1, 2, 3);
      make.normal(role + ".vector", role, 1, 3);
      make.normal("frozen." + role, role, 1, 2, 2);
    }
    parameters = make.parameters();
  }

  @AfterEach
  void close() {
    pack.close();
  }

  @ParameterizedTest
  @EnumSource(OptimizerKind.class)
  void everyParameterMovesByItsGroupsRateAndDecay(OptimizerKind kind) {
    List<PlainAdam> plain =
        trained().stream().map(p -> new PlainAdam(config(kind), p.value().toFloatArray())).toList();
    run(
        kind,
        (i, gradient, factor) -> {
          Parameter parameter = trained().get(i);
          plain.get(i).step(gradient, rate(parameter) * factor, decay(parameter));
        });
    for (int i = 0; i < plain.size(); i++) {
      assertSame(trained().get(i), plain.get(i).weights());
    }
  }

  @Test
  void frozenParametersStayAsTheyAre() {
    List<Parameter> frozen = parameters.stream().filter(p -> !p.isTrained()).toList();
    List<float[]> before = frozen.stream().map(p -> p.value().toFloatArray()).toList();
    run(OptimizerKind.ADAMW, (i, gradient, factor) -> {});
    assertThat(frozen).hasSize(4);
    for (int i = 0; i < before.size(); i++) {
      assertThat(frozen.get(i).value().toFloatArray()).containsExactly(before.get(i));
    }
    try (Adam optimizer = new Adam(pack, parameters, config(OptimizerKind.ADAM))) {
      assertThat(optimizer.parameterNames()).noneMatch(name -> name.startsWith("frozen"));
    }
  }

  @Test
  void nothingToTrainIsRefused() {
    List<Parameter> frozen = parameters.stream().filter(p -> !p.isTrained()).toList();
    assertThatThrownBy(() -> new Adam(pack, frozen, config(OptimizerKind.ADAM)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("model.weights.frozen");
  }

  @Test
  void everyRoleTellsItsRates() {
    try (Adam optimizer = new Adam(pack, parameters, config(OptimizerKind.ADAM))) {
      for (Parameter parameter : trained()) {
        assertThat(optimizer.peakRate(parameter)).isEqualTo(rate(parameter));
        assertThat(optimizer.weightDecay(parameter)).isEqualTo(decay(parameter));
        assertThat(optimizer.rate(parameter.role(), 0.5))
            .isEqualTo(GROUPS.get(parameter.role()).learningRate() / 2);
      }
    }
  }

  @Test
  void gradientsOfStepsWithoutAnUpdateAddUp() {
    try (Adam optimizer = new Adam(pack, parameters, config(OptimizerKind.ADAM))) {
      List<double[]> sum = backward(new Random(1));
      List<double[]> second = backward(new Random(2));
      double squares = 0;
      for (int i = 0; i < sum.size(); i++) {
        for (int k = 0; k < sum.get(i).length; k++) {
          squares += Math.pow(sum.get(i)[k] + second.get(i)[k], 2);
        }
      }
      assertThat((double) optimizer.gradientNorm(scope).getFloat())
          .isCloseTo(Math.sqrt(squares), within(1e-4));
    }
  }

  private List<Parameter> trained() {
    return parameters.stream().filter(Parameter::isTrained).toList();
  }

  private static double rate(Parameter parameter) {
    double rate = GROUPS.get(parameter.role()).learningRate();
    return parameter.name().endsWith("vector") ? rate * BIAS_FACTOR : rate;
  }

  private static double decay(Parameter parameter) {
    return parameter.name().endsWith("vector") ? 0 : GROUPS.get(parameter.role()).weightDecay();
  }

  /** The plain rule for array {@code i}. */
  private interface PlainStep {
    void apply(int i, double[] gradient, double factor);
  }

  private void run(OptimizerKind kind, PlainStep plain) {
    Random random = new Random(5);
    try (Adam optimizer = new Adam(pack, parameters, config(kind))) {
      for (int step = 1; step <= 5; step++) {
        double factor = 1.0 / step;
        List<double[]> gradients = backward(random);
        optimizer.step(optimizer.gradientNorm(scope), factor);
        for (int i = 0; i < gradients.size(); i++) {
          plain.apply(i, gradients.get(i), factor);
        }
      }
    }
  }

  /** Leaves random gradients on all trained parameters and returns them. */
  private List<double[]> backward(Random random) {
    List<double[]> gradients = new ArrayList<>();
    try (var collector = scope.getEngine().newGradientCollector()) {
      NDArray total = scope.zeros(new Shape());
      for (Parameter parameter : trained()) {
        float[] slopes = new float[(int) parameter.value().size()];
        double[] gradient = new double[slopes.length];
        for (int i = 0; i < slopes.length; i++) {
          slopes[i] = (float) random.nextGaussian();
          gradient[i] = slopes[i];
        }
        gradients.add(gradient);
        NDArray slope = scope.create(slopes, parameter.value().getShape());
        total = total.add(parameter.value().mul(slope).sum());
      }
      collector.backward(total);
    }
    return gradients;
  }

  private static void assertSame(Parameter parameter, double[] expected) {
    float[] weights = parameter.value().toFloatArray();
    for (int k = 0; k < weights.length; k++) {
      assertThat((double) weights[k]).as(parameter.name()).isCloseTo(expected[k], within(2e-6));
    }
  }
}
