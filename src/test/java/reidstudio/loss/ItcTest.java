package reidstudio.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reidstudio.config.SdmForm;

class ItcTest extends TensorTest {
  private static final double[][] QUERY = {{1, 0}, {.6, .8}, {0, 1}};
  private static final double[][] GALLERY = {{.8, .6}, {1, 0}, {0, 1}};

  @ParameterizedTest
  @CsvSource({"0.02, 9.333460", "0.07, 2.720427"})
  void hasTheWorkedValue(double temperature, double expected) {
    NDArray loss = new Itc(temperature).of(tensor(QUERY), tensor(GALLERY));
    assertThat((double) loss.getFloat()).isCloseTo(expected, CLOSE);
  }

  @Test
  void isSdmWhereEachRowIsItsOwnIdentity() {
    int[] own = {0, 1, 2};
    NDArray sdm =
        new Sdm(SdmForm.CROSS_ENTROPY, 0.1).of(tensor(QUERY), own, tensor(GALLERY), own).loss();
    NDArray itc = new Itc(0.1).of(tensor(QUERY), tensor(GALLERY));
    assertThat((double) itc.getFloat()).isCloseTo(sdm.getFloat(), CLOSE);
  }

  @Test
  void equalFeaturesCostChance() {
    NDArray loss = new Itc(0.1).of(tensor(new double[4][2]), tensor(new double[4][2]));
    assertThat((double) loss.getFloat()).isCloseTo(Math.log(4), CLOSE);
  }

  @Test
  void noRowsCostNothing() {
    NDArray query = tensor(new double[0][], 2);
    NDArray gallery = tensor(new double[0][], 2);
    NDArray[] loss = new NDArray[1];
    backward(() -> loss[0] = new Itc(0.1).of(query, gallery));
    assertThat(loss[0].getFloat()).isZero();
    assertThat(query.getGradient().getShape()).isEqualTo(new Shape(0, 2));
  }

  @Test
  void rowsThatAreNoPairsAreRefused() {
    NDArray query = tensor(QUERY);
    NDArray gallery = tensor(new double[2][2]);
    assertThatThrownBy(() -> new Itc(0.1).of(query, gallery))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("(3, 2)", "(2, 2)");
  }
}
