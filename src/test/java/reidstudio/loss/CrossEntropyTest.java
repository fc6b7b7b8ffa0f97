package reidstudio.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossEntropyTest extends TensorTest {
  private static final double[][] STAIRS = {{2, 1, 0, -1}};

  @ParameterizedTest
  @CsvSource({"0, 0.440190", "0.1, 0.590190"})
  void hasTorchsValue(double smoothing, double expected) {
    NDArray loss = new CrossEntropy(smoothing).of(tensor(STAIRS), new int[] {0}).loss();
    assertThat((double) loss.getFloat()).isCloseTo(expected, CLOSE);
    assertThat(loss.getShape()).isEqualTo(new Shape());
    assertThat(loss.getDataType()).isEqualTo(DataType.FLOAT32);
  }

  @Test
  void rowsCountByTheirWeights() {
    double[][] logits = {{2, 1, 0, -1}, {0, 3, 0, 0}, {1, 1, 1, 1}};
    int[] labels = {0, 0, 2};
    CrossEntropy loss = new CrossEntropy(0.1);
    double sum = 0;
    double[] weights = {.5, 0, 1.5};
    for (int row = 0; row < 3; row++) {
      NDArray alone = tensor(new double[][] {logits[row]});
      sum += weights[row] * loss.of(alone, new int[] {labels[row]}).loss().getFloat();
    }
    NDArray rows = tensor(logits);
    CrossEntropyResult[] result = new CrossEntropyResult[1];
    backward(
        () -> {
          result[0] = loss.of(rows, labels, weights);
          return result[0].loss();
        });
    assertThat((double) result[0].loss().getFloat()).isCloseTo(sum / 2, CLOSE);
    assertThat(result[0].accuracy().getFloat()).isCloseTo(.25f, CLOSE_FLOAT);
    assertThat(rows.getGradient().get(1).toFloatArray()).containsOnly(0);
  }

  @Test
  void aWeightForEachRowIsAskedFor() {
    assertThatThrownBy(
            () -> new CrossEntropy(0).of(tensor(STAIRS), new int[] {0}, new double[] {1, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(1, 4)");
  }

  @ParameterizedTest
  @CsvSource({
    "5, 1.609438",
    "320, 5.768321",
    "384, 5.950643",
    "400, 5.991465",
    "600, 6.396930",
    "751, 6.621406",
    "1000, 6.907755",
    "11003, 9.305923"
  })
  void knowsItsChance(int classes, double expected) {
    assertThat(CrossEntropy.chance(classes)).isCloseTo(expected, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"320, 0.899113", "400, 0.921932", "600, 0.963177"})
  void knowsItsFloor(int classes, double expected) {
    assertThat(CrossEntropy.floor(classes, 0.1)).isCloseTo(expected, within(1e-6));
    assertThat(CrossEntropy.floor(classes, 0)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.9})
  void equalLogitsCostChance(double smoothing) {
    NDArray logits = tensor(new double[3][400]);
    CrossEntropyResult result = new CrossEntropy(smoothing).of(logits, new int[] {0, 7, 399});
    assertThat((double) result.loss().getFloat()).isCloseTo(CrossEntropy.chance(400), CLOSE);
  }

  @Test
  void theSmoothedTargetItselfCostsTheFloor() {
    double[][] logits = new double[1][400];
    Arrays.fill(logits[0], Math.log(0.1 / 400));
    logits[0][3] = Math.log(0.9 + 0.1 / 400);
    NDArray loss = new CrossEntropy(0.1).of(tensor(logits), new int[] {3}).loss();
    assertThat((double) loss.getFloat()).isCloseTo(CrossEntropy.floor(400, 0.1), CLOSE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void gradientIsSoftmaxLessTarget(double smoothing) {
    double[][] values = gaussian(new SplittableRandom(1), 4, 6);
    int[] labels = {5, 0, 2, 2};
    NDArray logits = tensor(values);
    backward(() -> new CrossEntropy(smoothing).of(logits, labels).loss());
    float[] gradient = logits.getGradient().toFloatArray();
    for (int i = 0; i < 4; i++) {
      double total = 0;
      for (double z : values[i]) {
        total += Math.exp(z);
      }
      for (int c = 0; c < 6; c++) {
        double target = smoothing / 6 + (c == labels[i] ? 1 - smoothing : 0);
        double expected = (Math.exp(values[i][c]) / total - target) / 4;
        assertThat((double) gradient[6 * i + c]).isCloseTo(expected, within(1e-6));
      }
    }
  }

  @Test
  void accuracyIsTheShareOfHits() {
    NDArray logits = tensor(new double[][] {{3, 1, 2}, {0, 5, 1}, {0, 1, 2}, {9, 1, 2}});
    CrossEntropyResult result = new CrossEntropy(0).of(logits, new int[] {0, 1, 2, 2});
    assertThat(result.accuracy().getFloat()).isEqualTo(0.75f);
  }

  @Test
  void largeLogitsStayFinite() {
    NDArray logits = tensor(new double[][] {{1e4, -1e4, 0}});
    assertThat(new CrossEntropy(0).of(logits, new int[] {1}).loss().getFloat()).isEqualTo(2e4f);
  }

  @Test
  void anEmptyBatchCostsNothing() {
    NDArray logits = tensor(new double[0][], 5);
    CrossEntropyResult[] result = new CrossEntropyResult[1];
    backward(
        () -> {
          result[0] = new CrossEntropy(0.1).of(logits, new int[0]);
          return result[0].loss();
        });
    assertThat(result[0].loss().getFloat()).isZero();
    assertThat(result[0].accuracy().getFloat()).isZero();
    assertThat(logits.getGradient().getShape()).isEqualTo(new Shape(0, 5));
  }

  @Test
  void aNanLogitShows() {
    NDArray logits = tensor(new double[][] {{1, 2}, {Double.NaN, 0}});
    assertThat(new CrossEntropy(0.1).of(logits, new int[] {0, 1}).loss().getFloat()).isNaN();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 4, Integer.MAX_VALUE})
  void aLabelOutsideOfTheHeadIsRefused(int label) {
    NDArray logits = tensor(new double[2][4]);
    assertThatThrownBy(() -> new CrossEntropy(0).of(logits, new int[] {1, label}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("Label " + label, "row 1", "4 classes");
  }

  @Test
  void labelsThatDoNotFitAreRefused() {
    NDArray logits = tensor(new double[2][4]);
    assertThatThrownBy(() -> new CrossEntropy(0).of(logits, new int[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("(2, 4)", "1 labels");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void smoothingOutOfRangeIsRefused(double smoothing) {
    assertThatThrownBy(() -> new CrossEntropy(smoothing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[0, 1)");
  }
}
