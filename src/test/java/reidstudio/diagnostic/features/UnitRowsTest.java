package reidstudio.diagnostic.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class UnitRowsTest {
  @Test
  void twoOrthogonalRowsByHand() {
    UnitRows rows = UnitRows.of(new float[][] {{3, 0}, {0, 0.1f}});
    assertThat(rows.meanCosine()).isCloseTo(0, within(1e-7));
    // the mean is (1/2, 1/2), of squared length 1/2
    assertThat(rows.spread()).isCloseTo(Math.sqrt(0.5), within(1e-7));
    assertThat(rows.effectiveRank()).isCloseTo(2, within(1e-7));
  }

  @Test
  void equalRowsHaveCollapsed() {
    UnitRows rows = UnitRows.of(new float[][] {{1, 2}, {2, 4}, {5, 10}});
    assertThat(rows.meanCosine()).isCloseTo(1, within(1e-6));
    assertThat(rows.spread()).isCloseTo(0, within(1e-3));
    assertThat(rows.effectiveRank()).isCloseTo(1, within(1e-2));
  }

  @Test
  void twoRowsAtSixtyDegreesByHand() {
    UnitRows rows = UnitRows.of(new float[][] {{1, 0}, {0.5f, (float) Math.sqrt(0.75)}});
    assertThat(rows.meanCosine()).isCloseTo(0.5, within(1e-6));
    // the Gram matrix has eigenvalues 1 +- 1/2, the singular values are their roots
    double first = Math.sqrt(1.5);
    double second = Math.sqrt(0.5);
    double p = first / (first + second);
    double entropy = -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    assertThat(rows.effectiveRank()).isCloseTo(Math.exp(entropy), within(1e-6));
  }

  @Test
  void zeroRowsHaveNoDirection() {
    assertThat(UnitRows.of(new float[][] {{0, 0}, {1, 0}, {Float.NaN, 1}}).size()).isEqualTo(1);
    assertThat(UnitRows.of(new float[0][]).effectiveRank()).isEqualTo(1);
  }

  /** The case that mean cosine and spread miss. */
  @Test
  void fourPlantedDimensionsAreFoundWhereMeanCosineSeesNothing() {
    UnitRows planted = UnitRows.of(gaussian(200, 512, 4));
    assertThat(planted.meanCosine()).isCloseTo(0, within(0.05));
    assertThat(planted.spread()).isGreaterThan(0.9);
    assertThat(planted.effectiveRank()).isCloseTo(4, within(0.1));
    assertThat(UnitRows.of(gaussian(200, 512, 512)).effectiveRank()).isGreaterThan(180);
  }

  private static float[][] gaussian(int rows, int width, int used) {
    Random random = new Random(3);
    float[][] all = new float[rows][width];
    for (float[] row : all) {
      for (int i = 0; i < used; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    return all;
  }
}
