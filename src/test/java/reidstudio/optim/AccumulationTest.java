package reidstudio.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import reidstudio.config.OptimizerConfig;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;
import reidstudio.tensor.Scalar;

class AccumulationTest {
  @Test
  void theLastUpdateOfAnEpochIsMadeFromWhatIsLeft() {
    Accumulation accumulation = new Accumulation(10, 4);
    boolean[] begins = {true, false, false, false, true, false, false, false, true, false};
    boolean[] ends = {false, false, false, true, false, false, false, true, false, true};
    double[] shares = {.25, .25, .25, .25, .25, .25, .25, .25, .5, .5};
    for (int step = 1; step <= 10; step++) {
      assertThat(accumulation.begins(step)).as("step %d", step).isEqualTo(begins[step - 1]);
      assertThat(accumulation.ends(step)).as("step %d", step).isEqualTo(ends[step - 1]);
      assertThat(accumulation.share(step)).as("step %d", step).isEqualTo(shares[step - 1]);
    }
    assertThat(accumulation.updatesPerEpoch()).isEqualTo(3);
    assertThat(accumulation.first(6)).isEqualTo(5);
    assertThat(accumulation.last(6)).isEqualTo(8);
    assertThat(accumulation.first(9)).isEqualTo(9);
    assertThat(accumulation.last(9)).isEqualTo(10);
  }

  @Property
  void sharesOfEachUpdateAddUpToOne(
      @ForAll @IntRange(min = 1, max = 300) int steps,
      @ForAll @IntRange(min = 1, max = 40) int size) {
    Accumulation accumulation = new Accumulation(steps, size);
    double sum = 0;
    int ends = 0;
    boolean open = false;
    for (int step = 1; step <= steps; step++) {
      assertThat(accumulation.begins(step)).isEqualTo(!open);
      sum += accumulation.share(step);
      open = !accumulation.ends(step);
      if (!open) {
        assertThat(sum).isCloseTo(1, within(1e-12));
        sum = 0;
        ends++;
      }
    }
    assertThat(open).as("no gradient is carried over").isFalse();
    assertThat(ends).isEqualTo(accumulation.updatesPerEpoch());
  }

  @Test
  void nothingCannotBeAccumulated() {
    assertThatThrownBy(() -> new Accumulation(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Accumulation(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fourBatchesMoveTheWeightsAsOneOfTheirSize() {
    float[] whole = regression(4, 1);
    assertThat(regression(1, 4)).containsExactly(whole, within(1e-6f));
    assertThat(regression(2, 2)).containsExactly(whole, within(1e-6f));
  }

  /** Weights of a linear map after 12 / (quarters x size) updates by mean squared errors. */
  private static float[] regression(int quarters, int size) {
    float[] inputs = floats(12 * 5 * 3, 1);
    float[] targets = floats(12 * 5, 2);
    try (OperatorPack pack = OperatorPack.load(Device.cpu());
        NDManager scope = pack.manager().newSubManager()) {
      ParameterFactory make = new ParameterFactory(scope, 4);
      NDArray weight = make.normal("weight", Role.HEAD, 1, 3, 1);
      int steps = 12 / quarters;
      Accumulation accumulation = new Accumulation(steps, size);
      int rows = 5 * quarters;
      try (Adam optimizer = new Adam(pack, make.parameters(), OptimizerConfig.defaults())) {
        for (int step = 1; step <= steps; step++) {
          NDArray x = scope.create(inputs, new Shape(60, 3)).get(range(step, rows));
          NDArray y = scope.create(targets, new Shape(60, 1)).get(range(step, rows));
          try (var gradients = scope.getEngine().newGradientCollector()) {
            NDArray error = x.matMul(weight).sub(y);
            NDArray loss = error.mul(error).mean();
            gradients.backward(loss.mul(Scalar.of(loss, accumulation.share(step))));
          }
          if (accumulation.ends(step)) {
            optimizer.step(optimizer.gradientNorm(scope), 1);
          }
        }
      }
      return weight.toFloatArray();
    }
  }

  private static String range(int step, int rows) {
    return (step - 1) * rows + ":" + step * rows;
  }

  private static float[] floats(int count, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
