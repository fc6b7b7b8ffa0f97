package reidstudio.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reidstudio.config.SdmForm.CROSS_ENTROPY;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reidstudio.config.SdmForm;

/** What holds for any block. */
class SdmTest extends TensorTest {
  private final SplittableRandom random = new SplittableRandom(20240801);

  @ParameterizedTest
  @EnumSource(SdmForm.class)
  void agreesWithTheDefinitionOnRandomBlocks(SdmForm form) {
    double[] temperatures = {0.02, 0.07, 0.2, 1};
    for (int round = 0; round < 200; round++) {
      double temperature = temperatures[round % temperatures.length];
      Block block = Block.random(random);
      SdmResult result =
          new Sdm(form, temperature).of(tensor(block.q), block.qIds, tensor(block.g), block.gIds);
      double expected =
          new PlainSdm(form, temperature).loss(block.q, block.qIds, block.g, block.gIds);
      assertThat((double) result.loss().getFloat())
          .isCloseTo(expected, within(1e-4 * Math.max(1, expected)));
      assertThat(expected).isGreaterThanOrEqualTo(result.rows().floor() - 1e-6);
      double uniform =
          new PlainSdm(form, 1)
              .loss(
                  new double[block.q.length][4],
                  block.qIds,
                  new double[block.g.length][4],
                  block.gIds);
      assertThat(result.rows().chance()).isCloseTo(uniform, within(1e-6));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CROSS_ENTROPY, 0.1",
    "CROSS_ENTROPY, 0.5",
    "KL_DIVERGENCE, 0.07",
    "KL_DIVERGENCE, 0.3"
  })
  void gradientsAgreeWithFiniteDifferences(SdmForm form, double temperature) {
    Block block = Block.random(random, 6, 5, 3);
    PlainSdm plain = new PlainSdm(form, temperature);
    NDArray q = tensor(block.q);
    NDArray g = tensor(block.g);
    backward(() -> new Sdm(form, temperature).of(q, block.qIds, g, block.gIds).loss());
    assertGradient(q.getGradient().toFloatArray(), block.q, block, plain);
    assertGradient(g.getGradient().toFloatArray(), block.g, block, plain);
  }

  private static void assertGradient(
      float[] gradient, double[][] features, Block block, PlainSdm plain) {
    double h = 1e-5;
    int at = 0;
    for (double[] row : features) {
      for (int d = 0; d < row.length; d++) {
        double x = row[d];
        row[d] = x + h;
        double above = plain.loss(block.q, block.qIds, block.g, block.gIds);
        row[d] = x - h;
        double below = plain.loss(block.q, block.qIds, block.g, block.gIds);
        row[d] = x;
        double slope = (above - below) / (2 * h);
        assertThat((double) gradient[at++])
            .isCloseTo(slope, within(1e-4 * Math.max(1, Math.abs(slope))));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(SdmForm.class)
  void theOrderOfRowsDoesNotMatter(SdmForm form) {
    Block block = Block.random(random, 9, 7, 3);
    int[] turned = IntStream.range(0, 9).map(i -> (i * 4 + 2) % 9).toArray();
    double[][] q = IntStream.of(turned).mapToObj(i -> block.q[i]).toArray(double[][]::new);
    int[] qIds = IntStream.of(turned).map(i -> block.qIds[i]).toArray();
    Sdm sdm = new Sdm(form, 0.1);
    SdmResult straight = sdm.of(tensor(block.q), block.qIds, tensor(block.g), block.gIds);
    SdmResult permuted = sdm.of(tensor(q), qIds, tensor(block.g), block.gIds);
    assertThat((double) permuted.loss().getFloat()).isCloseTo(straight.loss().getFloat(), CLOSE);
    assertThat(permuted.rows().validQueryRows()).isEqualTo(straight.rows().validQueryRows());
    assertThat(permuted.rows().floor()).isCloseTo(straight.rows().floor(), within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(SdmForm.class)
  void theLengthOfAFeatureDoesNotMatter(SdmForm form) {
    Block block = Block.random(random, 9, 7, 3);
    Sdm sdm = new Sdm(form, 0.1);
    NDArray gallery = tensor(block.g);
    double unscaled = sdm.of(tensor(block.q), block.qIds, gallery, block.gIds).loss().getFloat();
    for (float scale : new float[] {1e-6f, 1e6f}) {
      NDArray query = tensor(block.q).mul(scale);
      assertThat((double) sdm.of(query, block.qIds, gallery, block.gIds).loss().getFloat())
          .isCloseTo(unscaled, CLOSE);
    }
  }

  @ParameterizedTest
  @EnumSource(SdmForm.class)
  void theSidesAreInterchangeable(SdmForm form) {
    Block block = Block.random(random, 9, 7, 3);
    Sdm sdm = new Sdm(form, 0.1);
    double there =
        sdm.of(tensor(block.q), block.qIds, tensor(block.g), block.gIds).loss().getFloat();
    double back =
        sdm.of(tensor(block.g), block.gIds, tensor(block.q), block.qIds).loss().getFloat();
    assertThat(back).isCloseTo(there, CLOSE);
  }

  @ParameterizedTest
  @CsvSource({
    "KL_DIVERGENCE, 64, 1, 27.947949, 0",
    "KL_DIVERGENCE, 64, 4, 26.394297, 0",
    "KL_DIVERGENCE, 16, 4, 22.778991, 0",
    "KL_DIVERGENCE, 6, 2, 21.439487, 0",
    "KL_DIVERGENCE, 128, 2, 26.583316, 0",
    "CROSS_ENTROPY, 3, 1, 1.098612, 0",
    "CROSS_ENTROPY, 4, 2, 1.386294, 0.693147",
    "CROSS_ENTROPY, 6, 2, 1.791759, 0.693147",
    "CROSS_ENTROPY, 32, 4, 3.465736, 1.386294",
    "CROSS_ENTROPY, 64, 4, 4.158883, 1.386294"
  })
  void equalFeaturesCostChance(SdmForm form, int rows, int perId, double chance, double floor) {
    double[][] ones = new double[rows][];
    Arrays.setAll(ones, i -> new double[] {1, 1, 1});
    int[] ids = IntStream.range(0, rows).map(i -> i / perId).toArray();
    SdmResult result = new Sdm(form, 0.02).of(tensor(ones), ids, tensor(ones), ids);
    assertThat(result.rows().chance()).isCloseTo(chance, within(1e-6));
    assertThat(result.rows().floor()).isCloseTo(floor, within(1e-6));
    assertThat((double) result.loss().getFloat()).isCloseTo(result.rows().chance(), CLOSE);
  }

  @ParameterizedTest
  @CsvSource({
    "64, 4, 0.02, 1.386",
    "64, 4, 0.1, 1.387",
    "64, 4, 0.2, 1.483",
    "64, 4, 0.5, 2.495",
    "16, 4, 0.15, 1.390105",
    "16, 4, 0.2, 1.406307",
    "16, 4, 0.5, 1.727047"
  })
  void orthogonalIdentitiesReachWhatTheTemperatureAllows(
      int rows, int perId, double temperature, double expected) {
    double[][] features = new double[rows][rows / perId];
    int[] ids = IntStream.range(0, rows).map(i -> i / perId).toArray();
    IntStream.range(0, rows).forEach(i -> features[i][ids[i]] = 3);
    SdmResult result =
        new Sdm(CROSS_ENTROPY, temperature).of(tensor(features), ids, tensor(features), ids);
    assertThat((double) result.loss().getFloat()).isCloseTo(expected, within(6e-4));
  }

  @Test
  void countsPositives() {
    RowStatistics rows =
        new Sdm(CROSS_ENTROPY, 0.1)
            .of(
                tensor(new double[4][2]), new int[] {1, 1, 2, 5},
                tensor(new double[5][2]), new int[] {1, 1, 1, 2, 3})
            .rows();
    assertThat(rows.positivesPerValidQueryRow()).isCloseTo((3 + 3 + 1) / 3.0, within(1e-12));
    assertThat(rows.minPositives()).isEqualTo(1);
    assertThat(rows.validQueryRows()).isEqualTo(3);
    assertThat(rows.validGalleryRows()).isEqualTo(4);
    assertThat(rows.chance()).isCloseTo((Math.log(5) + Math.log(4)) / 2, within(1e-12));
    double fromQuery = (Math.log(3) + Math.log(3) + 0) / 3;
    double fromGallery = 3 * Math.log(2) / 4;
    assertThat(rows.floor()).isCloseTo((fromQuery + fromGallery) / 2, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(SdmForm.class)
  void aNanFeatureShowsInAnyBlock(SdmForm form) {
    double[][] q = {{1, 2}, {Double.NaN, 0}};
    double[][] g = {{1, 2}, {2, 1}};
    for (int[] ids : new int[][] {{1, 2}, {1, 1}, {1, 8}, {8, 9}}) {
      SdmResult result = new Sdm(form, 0.1).of(tensor(q), new int[] {1, 2}, tensor(g), ids);
      assertThat(result.loss().getFloat()).isNaN();
    }
  }

  @ParameterizedTest
  @EnumSource(SdmForm.class)
  void halfPrecisionIsWidened(SdmForm form) {
    Block block = Block.random(random, 8, 8, 3);
    NDArray q = tensor(block.q).toType(DataType.FLOAT16, false);
    NDArray loss = new Sdm(form, 0.02).of(q, block.qIds, tensor(block.g), block.gIds).loss();
    assertThat(loss.getDataType()).isEqualTo(DataType.FLOAT32);
    assertThat(loss.getFloat()).isFinite();
  }

  @ParameterizedTest
  @EnumSource(SdmForm.class)
  void alignedFeaturesStayFiniteAtATinyTemperature(SdmForm form) {
    double[][] eye = {{1, 0, 0}, {0, 1, 0}, {0, 0, -1}};
    int[] ids = {1, 2, 3};
    NDArray q = tensor(eye);
    backward(() -> new Sdm(form, 0.001).of(q, ids, tensor(eye), ids).loss());
    assertThat(q.getGradient().toFloatArray()).doesNotContain(Float.NaN);
    assertThat(new Sdm(form, 0.001).of(q, ids, tensor(eye), ids).loss().getFloat())
        .isCloseTo(0, CLOSE_FLOAT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aTemperatureThatDividesNothingIsRefused(double temperature) {
    assertThatThrownBy(() -> new Sdm(CROSS_ENTROPY, temperature))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("temperature");
  }

  @Test
  void shapesThatDisagreeAreRefused() {
    Sdm sdm = new Sdm(CROSS_ENTROPY, 0.1);
    NDArray two = tensor(new double[2][3]);
    NDArray wide = tensor(new double[2][4]);
    assertThatThrownBy(() -> sdm.of(two, new int[] {1}, two, new int[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("query", "(2, 3)", "1 labels");
    assertThatThrownBy(() -> sdm.of(two, new int[] {1, 2}, two, new int[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("gallery", "(2, 3)", "3 labels");
    assertThatThrownBy(() -> sdm.of(two, new int[] {1, 2}, wide, new int[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("(2, 3)", "(2, 4)", "width");
  }
}
