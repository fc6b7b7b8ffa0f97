package reidstudio.diagnostic.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SymmetricEigenvaluesTest {
  @Test
  void twoByTwoByHand() {
    // (2 - x)(3 - x) = 2 has the roots 1 and 4
    double root = Math.sqrt(2);
    double[] found = sorted(new double[][] {{2, root}, {root, 3}});
    assertThat(found[0]).isCloseTo(1, within(1e-12));
    assertThat(found[1]).isCloseTo(4, within(1e-12));
  }

  @Test
  void threeByThreeByHand() {
    // 2 - 2 cos(k pi / 4): the chain of three springs
    double[] found = sorted(new double[][] {{2, -1, 0}, {-1, 2, -1}, {0, -1, 2}});
    assertThat(found[0]).isCloseTo(2 - Math.sqrt(2), within(1e-12));
    assertThat(found[1]).isCloseTo(2, within(1e-12));
    assertThat(found[2]).isCloseTo(2 + Math.sqrt(2), within(1e-12));
  }

  @Test
  void aDiagonalIsItsOwnAnswerAndZerosStayZeros() {
    assertThat(sorted(new double[][] {{3, 0}, {0, -1}})).containsExactly(-1, 3);
    assertThat(sorted(new double[3][3])).containsExactly(0, 0, 0);
    assertThat(SymmetricEigenvalues.of(new double[0][0])).isEmpty();
  }

  /** Sum, sum of squares and sum of cubes are the traces of the matrix's powers. */
  @Test
  void tracesOfPowersAreKeptByALargeMatrix() {
    int n = 120;
    SplittableRandom random = new SplittableRandom(4);
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        a[i][j] = random.nextDouble(-1, 1);
        a[j][i] = a[i][j];
      }
    }
    double[][] before = Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
    double[] found = SymmetricEigenvalues.of(a);
    assertThat(a).isDeepEqualTo(before);
    double[][] square = product(a, a);
    assertThat(Arrays.stream(found).sum()).isCloseTo(trace(a), within(1e-9));
    assertThat(Arrays.stream(found).map(x -> x * x).sum()).isCloseTo(trace(square), within(1e-8));
    assertThat(Arrays.stream(found).map(x -> x * x * x).sum())
        .isCloseTo(trace(product(square, a)), within(1e-7));
  }

  private static double[] sorted(double[][] matrix) {
    double[] found = SymmetricEigenvalues.of(matrix);
    Arrays.sort(found);
    return found;
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] c = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        for (int k = 0; k < a.length; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  private static double trace(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i][i];
    }
    return sum;
  }
}
