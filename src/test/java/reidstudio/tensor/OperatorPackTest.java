package reidstudio.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OperatorPackTest {
  private static OperatorPack pack;

  @BeforeAll
  static void load() {
    pack = OperatorPack.load(Device.cpu());
  }

  @AfterAll
  static void close() {
    pack.close();
  }

  @Test
  void batchNormalisationMatchesTheWorkedVector() {
    try (NDManager m = pack.manager().newSubManager()) {
      NDArray x = m.create(new float[] {1, 2, 3, 0, 5, 4, 7, 2}, new Shape(4, 2));
      NDArray mean = m.zeros(new Shape(2));
      NDArray variance = m.ones(new Shape(2));
      NDArray y =
          pack.graph(
              "batch_norm_train", x, m.ones(new Shape(2)), m.zeros(new Shape(2)), mean, variance);
      assertThat(y.toFloatArray())
          .containsExactly(
              new float[] {-1.341639f, 0, -.447213f, -1.414210f, .447213f, 1.414210f, 1.341639f, 0},
              within(1e-5f));
      assertThat(mean.toFloatArray()).containsExactly(new float[] {.4f, .2f}, within(1e-6f));
      assertThat(variance.toFloatArray())
          .containsExactly(new float[] {1.566667f, 1.166667f}, within(1e-6f));
    }
  }

  @Test
  void productsAreThoseOfAMapAndOfItsGradientInEitherPrecision() {
    try (NDManager m = pack.manager().newSubManager()) {
      NDArray x = m.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
      NDArray weight = m.create(new float[] {1, 0, 1, 1}, new Shape(2, 2));
      // y = x w' = (1 3; 3 7), x' y = (10 24; 14 34): whole numbers that bfloat16 holds
      for (float low : new float[] {0, 1}) {
        NDArray how = m.create(new float[] {1, 0, low, 1});
        assertThat(pack.compute(m, "products", x, weight, how).toFloatArray())
            .containsExactly(10, 24, 14, 34);
      }
    }
  }

  @Test
  void gradientsFlowThroughTheGraphAndAdamwMovesEachWeightByItsRate() {
    try (NDManager m = pack.manager().newSubManager()) {
      NDArray w = m.create(new float[] {1, -2}, new Shape(1, 2));
      w.setRequiresGradient(true);
      NDArray x = m.create(new float[] {3, 4}, new Shape(1, 2));
      try (GradientCollector gradients = m.getEngine().newGradientCollector()) {
        gradients.backward(pack.graph("linear", x, w).sum());
      }
      NDArray norm = pack.compute(m, "gradient_norm", List.of(w));
      assertThat(norm.getFloat()).isEqualTo(5f);

      NDArray divisor = pack.compute(m, "clip_divisor", norm, 2.0);
      assertThat(divisor.getFloat()).isCloseTo(2.5f, within(1e-5f));
      assertThat(pack.compute(m, "clip_divisor", norm, 6.0).getFloat()).isEqualTo(1f);

      NDArray first = m.zeros(w.getShape());
      NDArray second = m.zeros(w.getShape());
      NDArray steps = m.zeros(new Shape());
      pack.run(
          "adamw",
          List.of(w),
          List.of(first),
          List.of(second),
          List.of(steps),
          steps,
          divisor,
          0.1,
          0.9,
          0.999,
          0.0,
          1e-8);
      // Adam's first step is rate * sign(gradient), whatever the gradient's size.
      assertThat(w.toFloatArray()).containsExactly(new float[] {.9f, -2.1f}, within(1e-4f));
      assertThat(first.toFloatArray()).containsExactly(new float[] {.12f, .16f}, within(1e-5f));

      pack.run("zero_gradients", List.of(w));
      assertThat(w.getGradient().toFloatArray()).containsExactly(0f, 0f);
    }
  }

  @Test
  void quickGeluMatchesTheWorkedValues() {
    try (NDManager m = pack.manager().newSubManager()) {
      // width 1, identity projections: layer(x) - x = quick-gelu of the normalised input, which is
      // beta for a single channel.
      NDArray options = m.create(new double[] {1, 0, 0, 0}); // one head, not causal, float32
      float[] inputs = {-2, -1, -.5f, .5f, 1, 2};
      float[] expected = {-.064341f, -.154204f, -.149612f, .350388f, .845796f, 1.935659f};
      for (int i = 0; i < inputs.length; i++) {
        NDArray x = m.zeros(new Shape(1, 1, 1));
        NDArray one = m.ones(new Shape(1));
        NDArray zero = m.zeros(new Shape(1));
        NDArray eye = m.ones(new Shape(1, 1));
        NDArray[] weights = {
          one,
          zero,
          m.zeros(new Shape(3, 1)),
          m.zeros(new Shape(3)),
          m.zeros(new Shape(1, 1)),
          zero,
          one,
          m.create(new float[] {inputs[i]}),
          eye,
          zero,
          eye,
          zero
        };
        NDArray y = pack.graph("transformer_layer", x, List.of(weights), options);
        assertThat(y.getFloat()).isCloseTo(expected[i], within(1e-5f));
      }
    }
  }

  @Test
  void wrongShapesAreAnExceptionAndNotTheEndOfTheProcess() {
    try (NDManager m = pack.manager().newSubManager()) {
      assertThatThrownBy(
              () -> pack.graph("linear", m.ones(new Shape(2, 3)), m.ones(new Shape(2, 4))))
          .isInstanceOf(EngineException.class);
    }
  }
}
