package reidstudio.diagnostic.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reidstudio.data.Modality.CP;
import static reidstudio.data.Modality.NIR;
import static reidstudio.data.Modality.VIS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import reidstudio.data.Modality;

class FeatureSpaceTest {
  private static final Offset<Double> CLOSE = within(1e-6);

  /** Lengths do not count: (0, 5) and (0, 1) are one place. */
  @Test
  void theGapByHand() {
    FeatureSpace space =
        new FeatureSpace(
            new float[][] {{3, 0}, {0, 5}, {-1, 0}, {0, 1}}, List.of(VIS, VIS, NIR, NIR));
    // centres (1/2, 1/2) and (-1/2, 1/2), both spreads sqrt(1 - 1/2)
    assertThat(space.distance(NIR, VIS)).isCloseTo(1, CLOSE);
    assertThat(space.spread(VIS)).isCloseTo(Math.sqrt(.5), CLOSE);
    assertThat(space.gap(NIR, VIS)).isCloseTo(Math.sqrt(2), CLOSE);
    assertThat(space.gap(CP, VIS)).isNaN();
    assertThat(space.width()).isEqualTo(2);
  }

  @Test
  void fourDirectionsAreARankOfFour() {
    float[][] rows = new float[80][16];
    for (int i = 0; i < rows.length; i++) {
      rows[i][i % 4 * 3] = 1 + i;
    }
    FeatureSpace space = new FeatureSpace(rows, Collections.nCopies(80, VIS));
    assertThat(space.effectiveRank()).isCloseTo(4, CLOSE);
    float[][] few = Arrays.copyOf(rows, 8);
    assertThat(new FeatureSpace(few, Collections.nCopies(8, VIS)).effectiveRank())
        .isCloseTo(4, CLOSE);
  }

  /** Two islands in a cloud: the first axis leads from one to the other. */
  @Test
  void theMapShowsAGap() {
    SplittableRandom random = new SplittableRandom(3);
    float[][] rows = new float[200][12];
    List<Modality> modalities = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      for (int d = 0; d < 12; d++) {
        rows[i][d] = (float) (.2 * random.nextGaussian());
      }
      rows[i][5] += i % 2 == 0 ? 1 : -1;
      modalities.add(i % 2 == 0 ? VIS : NIR);
    }
    FeatureSpace.Plane plane = new FeatureSpace(rows, modalities).plane();
    for (int i = 0; i < rows.length; i++) {
      assertThat(plane.coordinates()[i][0] * (i % 2 == 0 ? 1 : -1)).isPositive();
    }
    assertThat(plane.share()[0]).isGreaterThan(.5).isGreaterThan(plane.share()[1]);
    assertThat(new FeatureSpace(rows, modalities).gap(NIR, VIS)).isGreaterThan(1.5);
  }

  /** The variances along both axes are the largest eigenvalues, and the axes are uncorrelated. */
  @Test
  void axesAreThePrincipalOnes() {
    SplittableRandom random = new SplittableRandom(8);
    double[][] points = new double[150][6];
    for (double[] point : points) {
      for (int d = 0; d < 6; d++) {
        point[d] = random.nextGaussian() * (d + 1) + 7;
      }
    }
    PrincipalPlane plane = PrincipalPlane.of(points);
    double[][] covariance = new double[6][6];
    double[] mean = new double[6];
    for (double[] point : points) {
      for (int d = 0; d < 6; d++) {
        mean[d] += point[d] / points.length;
      }
    }
    for (double[] point : points) {
      for (int i = 0; i < 6; i++) {
        for (int j = 0; j < 6; j++) {
          covariance[i][j] += (point[i] - mean[i]) * (point[j] - mean[j]) / points.length;
        }
      }
    }
    double[] eigenvalues = SymmetricEigenvalues.of(covariance);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (double[] at : plane.coordinates()) {
      xx += at[0] * at[0] / points.length;
      yy += at[1] * at[1] / points.length;
      xy += at[0] * at[1] / points.length;
    }
    assertThat(xx).isCloseTo(eigenvalues[5], CLOSE);
    assertThat(yy).isCloseTo(eigenvalues[4], within(1e-4));
    assertThat(xy).isCloseTo(0, within(1e-4));
    assertThat(plane.share()[0]).isCloseTo(xx / Arrays.stream(eigenvalues).sum(), CLOSE);
  }

  @Test
  void collapsedFeaturesAreOnePlace() {
    float[][] same = {{1, 2, 2}, {2, 4, 4}, {0, 0, 0}};
    FeatureSpace space = new FeatureSpace(Arrays.copyOf(same, 2), List.of(VIS, NIR));
    assertThat(space.plane().coordinates()).isDeepEqualTo(new double[2][2]);
    assertThat(space.plane().share()).containsExactly(0, 0);
    assertThat(space.effectiveRank()).isCloseTo(1, CLOSE);
    assertThat(new FeatureSpace(same, List.of(VIS, NIR, NIR)).plane().coordinates().length)
        .isEqualTo(3);
    assertThatThrownBy(() -> new FeatureSpace(same, List.of(VIS)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
