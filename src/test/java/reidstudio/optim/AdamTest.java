package reidstudio.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reidstudio.config.GroupConfig;
import reidstudio.config.OptimizerConfig;
import reidstudio.config.OptimizerKind;
import reidstudio.config.ScheduleConfig;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

class AdamTest {
  private static final OptimizerConfig CONFIG = config(0.3, 1e-6, 0);

  private OperatorPack pack;
  private NDManager scope;
  private List<Parameter> parameters;

  private static OptimizerConfig config(double decay, double epsilon, double clipNorm) {
    GroupConfig encoder = new GroupConfig(0.01, decay);
    return new OptimizerConfig(
        OptimizerKind.ADAMW,
        encoder,
        encoder,
        encoder,
        new GroupConfig(0.05, decay),
        1,
        0.8,
        0.95,
        epsilon,
        ScheduleConfig.defaults(),
        clipNorm,
        1);
  }

  @BeforeEach
  void make() {
    pack = OperatorPack.load(Device.cpu());
    scope = pack.manager().newSubManager();
    ParameterFactory make = new ParameterFactory(scope, 11);
    make.normal("encoder.matrix", Role.ENCODER, 1, 2, 3);
    make.normal("encoder.vector", Role.ENCODER, 1, 3);
    make.normal("head.matrix", Role.HEAD, 1, 3, 2);
    make.normal("head.vector", Role.HEAD, 1, 2);
    make.normal("encoder.kernel", Role.ENCODER, 1, 1, 3, 1, 2);
    parameters = make.parameters();
  }

  @AfterEach
  void close() {
    pack.close();
  }

  @Test
  void severalStepsMatchTheAlgorithmInDoubles() {
    List<PlainAdam> plain = plain(CONFIG);
    Random random = new Random(5);
    try (Adam optimizer = new Adam(pack, parameters, CONFIG)) {
      for (int step = 1; step <= 6; step++) {
        double factor = 1.0 / step;
        List<double[]> gradients = backward(random, 1);
        optimizer.step(optimizer.gradientNorm(scope), factor);
        stepPlain(plain, gradients, factor);
      }
    }
    assertSame(plain);
  }

  @Test
  void gradientsOverTheLimitAreScaledToItTogether() {
    OptimizerConfig clipped = config(0, 1e-3, 0.5);
    List<PlainAdam> plain = plain(clipped);
    Random random = new Random(5);
    try (Adam optimizer = new Adam(pack, parameters, clipped)) {
      for (double size : new double[] {1, 1e-3, 10}) {
        List<double[]> gradients = backward(random, size);
        double norm = norm(gradients);
        NDArray measured = optimizer.gradientNorm(scope);
        assertThat((double) measured.getFloat()).isCloseTo(norm, within(1e-5 * norm));
        optimizer.step(measured, 1);
        double scale = Math.min(1, 0.5 / norm);
        gradients.forEach(g -> scale(g, scale));
        for (int i = 0; i < plain.size(); i++) {
          double rate = parameters.get(i).role() == Role.HEAD ? 0.05 : 0.01;
          plain.get(i).step(gradients.get(i), rate, 0);
        }
      }
    }
    assertSame(plain);
  }

  @Test
  void gradientsAreZeroAfterAStepAndDoNotAddUp() {
    try (Adam optimizer = new Adam(pack, parameters, CONFIG)) {
      assertThat(optimizer.gradientNorm(scope).getFloat()).isZero();
      backward(new Random(1), 1);
      optimizer.step(optimizer.gradientNorm(scope), 1);
      assertThat(optimizer.gradientNorm(scope).getFloat()).isZero();
      backward(new Random(1), 1);
      assertThat(optimizer.gradientNorm(scope).getFloat()).isPositive();
      optimizer.zeroGradients();
      assertThat(optimizer.gradientNorm(scope).getFloat()).isZero();
    }
  }

  @Test
  void everyParameterIsInExactlyOneGroup() {
    try (Adam optimizer = new Adam(pack, parameters, CONFIG)) {
      assertThat(optimizer.parameterNames())
          .containsExactlyInAnyOrderElementsOf(parameters.stream().map(Parameter::name).toList());
    }
  }

  @Test
  void aParameterThatNoStepUsesOnlyDecays() {
    float before = parameters.get(0).value().getFloat(0, 0);
    float vector = parameters.get(1).value().getFloat(0);
    try (Adam optimizer = new Adam(pack, parameters, CONFIG)) {
      optimizer.step(optimizer.gradientNorm(scope), 1);
    }
    assertThat(parameters.get(0).value().getFloat(0, 0))
        .isCloseTo((float) (before * (1 - 0.01 * 0.3)), within(1e-6f));
    assertThat(parameters.get(1).value().getFloat(0)).isEqualTo(vector);
  }

  @Test
  void ratesFollowTheRoleAndTheSchedule() {
    try (Adam optimizer = new Adam(pack, parameters, CONFIG)) {
      assertThat(optimizer.rate(Role.ENCODER, 0.5)).isCloseTo(0.005, within(1e-15));
      assertThat(optimizer.rate(Role.HEAD, 0.5)).isCloseTo(0.025, within(1e-15));
    }
  }

  /** Leaves random gradients on all parameters, as a backward pass does, and returns them. */
  private List<double[]> backward(Random random, double size) {
    List<double[]> gradients = new ArrayList<>();
    try (var collector = scope.getEngine().newGradientCollector()) {
      NDArray total = scope.zeros(new Shape());
      for (Parameter parameter : parameters) {
        float[] slopes = new float[(int) parameter.value().size()];
        double[] gradient = new double[slopes.length];
        for (int i = 0; i < slopes.length; i++) {
          slopes[i] = (float) (random.nextGaussian() * size);
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

  private List<PlainAdam> plain(OptimizerConfig config) {
    return parameters.stream().map(p -> new PlainAdam(config, p.value().toFloatArray())).toList();
  }

  /** Only matrices and kernels decay. */
  private void stepPlain(List<PlainAdam> plain, List<double[]> gradients, double factor) {
    for (int i = 0; i < plain.size(); i++) {
      Parameter parameter = parameters.get(i);
      double rate = parameter.name().startsWith("head") ? 0.05 : 0.01;
      double decay = parameter.name().endsWith("vector") ? 0 : 0.3;
      plain.get(i).step(gradients.get(i), rate * factor, decay);
    }
  }

  private void assertSame(List<PlainAdam> plain) {
    for (int i = 0; i < plain.size(); i++) {
      float[] weights = parameters.get(i).value().toFloatArray();
      double[] expected = plain.get(i).weights();
      for (int k = 0; k < weights.length; k++) {
        assertThat((double) weights[k])
            .as(parameters.get(i).name())
            .isCloseTo(expected[k], within(2e-6));
      }
    }
  }

  private static void scale(double[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }

  private static double norm(List<double[]> gradients) {
    double sum = 0;
    for (double[] gradient : gradients) {
      for (double value : gradient) {
        sum += value * value;
      }
    }
    return Math.sqrt(sum);
  }
}
