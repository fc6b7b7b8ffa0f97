package reidstudio.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TripletTest extends TensorTest {
  private static final double[][] FEATURES = {{0, 0}, {3, 4}, {1, 0}, {1, 1}};
  private static final int[] PAIRS = {0, 0, 1, 1};

  @Test
  void hasTheWorkedValues() {
    assertThat(loss(Triplet.withMargin(0.3), FEATURES, PAIRS)).isCloseTo(1.573612, CLOSE);
    assertThat(loss(Triplet.withSoftMargin(), FEATURES, PAIRS)).isCloseTo(1.708650, CLOSE);
  }

  @Test
  void collapsedFeaturesCostTheMargin() {
    double[][] equal = {{1, 2}, {1, 2}, {1, 2}, {1, 2}};
    assertThat(loss(Triplet.withMargin(0.3), equal, PAIRS)).isCloseTo(0.3, CLOSE);
    assertThat(loss(Triplet.withSoftMargin(), equal, PAIRS)).isCloseTo(Math.log(2), CLOSE);
  }

  @Test
  void agreesWithTheDefinition() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 50; round++) {
      double[][] features = gaussian(random, 9, 4);
      int[] labels = labels(random, 9, 4);
      double expected = plain(features, labels, 0.3);
      assertThat(loss(Triplet.withMargin(0.3), features, labels)).isCloseTo(expected, within(5e-4));
    }
  }

  private static double plain(double[][] features, int[] labels, double margin) {
    double sum = 0;
    int anchors = 0;
    for (int i = 0; i < labels.length; i++) {
      double positive = 0;
      double negative = Double.POSITIVE_INFINITY;
      for (int j = 0; j < labels.length; j++) {
        double square = 0;
        for (int d = 0; d < features[i].length; d++) {
          square += Math.pow(features[i][d] - features[j][d], 2);
        }
        if (labels[i] == labels[j]) {
          positive = Math.max(positive, Math.sqrt(square));
        } else {
          negative = Math.min(negative, Math.sqrt(square));
        }
      }
      if (negative < Double.POSITIVE_INFINITY) {
        anchors++;
        sum += Math.max(0, positive - negative + margin);
      }
    }
    return sum / anchors;
  }

  @Test
  void pullsThePositiveAndPushesTheNegative() {
    NDArray features = tensor(new double[][] {{0}, {2}, {3}});
    backward(() -> Triplet.withMargin(0.3).of(features, new int[] {0, 0, 1}).loss());
    // anchors 0: 2 - 3 + .3 < 0; 1: 2 - 1 + .3; 2: 0 - 1 + .3 < 0
    assertThat(features.getGradient().toFloatArray())
        .containsExactly(new float[] {-1 / 3f, 2 / 3f, -1 / 3f}, CLOSE_FLOAT);
  }

  @Test
  void gradientsOfCollapsedFeaturesAreFinite() {
    NDArray features = tensor(new double[4][2]);
    backward(() -> Triplet.withSoftMargin().of(features, PAIRS).loss());
    for (float slope : features.getGradient().toFloatArray()) {
      assertThat(slope).isFinite();
    }
  }

  @Test
  void countsAnchors() {
    TripletResult result = Triplet.withMargin(0.3).of(tensor(FEATURES), new int[] {5, 5, 6, 7});
    assertThat(result.anchors()).isEqualTo(4);
    assertThat(result.anchorsWithPositive()).isEqualTo(2);
  }

  @Test
  void oneIdentityTeachesNothing() {
    NDArray features = tensor(FEATURES);
    TripletResult[] result = new TripletResult[1];
    backward(
        () -> {
          result[0] = Triplet.withMargin(0.3).of(features, new int[4]);
          return result[0].loss();
        });
    assertThat(result[0].anchors()).isZero();
    assertThat(result[0].anchorsWithPositive()).isEqualTo(4);
    assertThat(result[0].loss().getFloat()).isZero();
    assertThat(features.getGradient().toFloatArray()).containsOnly(0);
  }

  @Test
  void aNanFeatureShows() {
    double[][] features = {{0, Double.NaN}, {3, 4}, {1, 0}, {1, 1}};
    assertThat(loss(Triplet.withMargin(0.3), features, PAIRS)).isNaN();
  }

  @Test
  void aNegativeMarginIsRefused() {
    assertThatThrownBy(() -> Triplet.withMargin(-0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-0.1");
  }

  private double loss(Triplet triplet, double[][] features, int[] labels) {
    return triplet.of(tensor(features), labels).loss().getFloat();
  }
}
