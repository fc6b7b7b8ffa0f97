package reidstudio.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormPenaltyTest extends TensorTest {
  private static final double[][] FEATURES = {{22.6, 0}, {6, 8}, {0, -6}};

  @ParameterizedTest
  @CsvSource({"10, 4, 1e-3, .024653", "10, 2, 5e-3, .193933", "8, 2, 1e-2, .529200"})
  void hasTheWorkedValue(double target, double band, double weight, double expected) {
    NDArray loss = new NormPenalty(target, band).of(tensor(FEATURES));
    assertThat(weight * loss.getFloat()).isCloseTo(expected, within(1e-6));
  }

  @Test
  void actsAlongTheFeatureAndOnlyOutsideOfTheBand() {
    NDArray features = tensor(FEATURES);
    backward(() -> new NormPenalty(10, 2).of(features));
    assertThat(features.getGradient().toFloatArray())
        .containsExactly(new float[] {2 * 10.6f / 3, 0, 0, 0, 0, 2 * 2f / 3}, CLOSE_FLOAT);
  }

  @Test
  void aZeroFeatureHasAFiniteGradient() {
    NDArray features = tensor(new double[1][2]);
    backward(() -> new NormPenalty(10, 2).of(features));
    assertThat(features.getGradient().toFloatArray()).containsOnly(0);
  }

  @Test
  void noRowsCostNothing() {
    assertThat(new NormPenalty(10, 2).of(tensor(new double[0][], 2)).getFloat()).isZero();
  }

  @Test
  void aNegativeWidthIsRefused() {
    assertThatThrownBy(() -> new NormPenalty(10, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1.0");
  }
}
