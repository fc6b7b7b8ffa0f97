package reidstudio.diagnostic.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RowSimilarityTest {
  private static final float[] ROWS = {3, 4, 1, 0, 9, 9};

  /** 4 / 5 in the first row, 0 in the second; the third is beyond what is asked. */
  @Test
  void theMeanOfCosinesByHand() {
    float[] others = {0, 2, 0, 7, 1, 1};
    assertThat(RowSimilarity.of(ROWS, others, 2, 2)).isCloseTo(0.4, within(1e-9));
  }

  /** Mean (2, 2): what is left is (1, 2), (-1, -2) and the same swapped, of cosine -1. */
  @Test
  void theMeanIsTakenOffBoth() {
    float[] others = {1, 0, 3, 4};
    double[] mean = RowSimilarity.mean(ROWS, 2, 2);
    assertThat(mean).containsExactly(2, 2);
    assertThat(RowSimilarity.of(ROWS, others, 2, 2, mean)).isCloseTo(-1, within(1e-9));
    assertThat(RowSimilarity.of(ROWS, others, 2, 2)).isPositive();
  }
}
