package reidstudio.diagnostic.sdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reidstudio.config.SdmForm.CROSS_ENTROPY;
import static reidstudio.config.SdmForm.KL_DIVERGENCE;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reidstudio.config.SdmForm;
import reidstudio.loss.PlainSdm;

class CosineBlockTest {
  /** ln(k + (M-k) e^((c-1)/t)) with M = 64 and k = 4. */
  @ParameterizedTest
  @CsvSource({
    "0.02, 0, 1.386",
    "0.1, 0, 1.387",
    "0.2, 0, 1.483",
    "0.5, 0, 2.495",
    "0.2, 0.5, 2.189"
  })
  void whatCrossEntropyCanReach(double temperature, double negative, double expected) {
    CosineBlock block = sixteenPeople(4).ideal(negative);
    assertThat(block.loss(CROSS_ENTROPY, temperature)).isCloseTo(expected, within(5e-4));
    assertThat(block.meanNegative()).isEqualTo(negative);
  }

  @Test
  void equalCosinesGiveChance() {
    assertThat(sixteenPeople(4).ideal(1).loss(CROSS_ENTROPY, 0.1))
        .isCloseTo(Math.log(64), within(1e-9));
    assertThat(sixteenPeople(4).ideal(1).loss(KL_DIVERGENCE, 0.02))
        .isCloseTo(26.394297, within(1e-5));
    assertThat(sixteenPeople(4).ideal(0).loss(KL_DIVERGENCE, 0.2))
        .isCloseTo(2 * 1.008, within(2e-3));
  }

  @ParameterizedTest
  @EnumSource
  void randomFeaturesOfAnyShapeAgreeWithAnotherFormulation(SdmForm form) {
    float[][] query = gaussian(7, 1);
    float[][] gallery = gaussian(5, 2);
    int[] queryLabels = {0, 0, 1, 2, 2, 2, 9};
    int[] galleryLabels = {2, 0, 0, 1, 7};
    for (double temperature : new double[] {0.02, 0.1, 1}) {
      assertThat(CosineBlock.of(query, queryLabels, gallery, galleryLabels).loss(form, temperature))
          .isCloseTo(
              new PlainSdm(form, temperature)
                  .loss(doubles(query), queryLabels, doubles(gallery), galleryLabels),
              within(1e-9));
    }
  }

  @Test
  void aRowIsDecidedWhenOneColumnTakesItAll() {
    float[][] rows = {{1, 0}, {0, 1}};
    CosineBlock block = CosineBlock.of(rows, new int[] {0, 1}, rows, new int[] {0, 1});
    // 1 / (1 + e^(-1/t)) is above 0.99 from 1/t = ln 99 = 4.595 on
    assertThat(block.decidedShare(1 / 4.65)).isEqualTo(1);
    assertThat(block.decidedShare(1 / 4.55)).isZero();
    assertThat(block.largestLogit(0.05)).isCloseTo(20, within(1e-9));
  }

  @Test
  void withoutAMatchThereIsNothingToSay() {
    CosineBlock block =
        CosineBlock.of(new float[][] {{1}}, new int[] {0}, new float[][] {{1}}, new int[] {1});
    assertThat(block.hasMatch()).isFalse();
    assertThat(block.loss(CROSS_ENTROPY, 0.1)).isZero();
    assertThat(block.decidedShare(0.1)).isZero();
  }

  private static CosineBlock sixteenPeople(int items) {
    int[] labels = new int[16 * items];
    Arrays.setAll(labels, row -> row / items);
    float[][] rows = gaussian(labels.length, 5);
    return CosineBlock.of(rows, labels, rows, labels);
  }

  private static float[][] gaussian(int rows, long seed) {
    Random random = new Random(seed);
    float[][] all = new float[rows][6];
    for (float[] row : all) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    return all;
  }

  private static double[][] doubles(float[][] rows) {
    double[][] all = new double[rows.length][rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        all[i][j] = rows[i][j];
      }
    }
    return all;
  }
}
