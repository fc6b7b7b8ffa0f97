package reidstudio.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static reidstudio.config.SdmForm.CROSS_ENTROPY;
import static reidstudio.config.SdmForm.KL_DIVERGENCE;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reidstudio.config.SdmForm;
import reidstudio.event.ZeroReason;

/** Worked examples with numbers from outside of this code. */
class SdmVectorsTest extends TensorTest {
  private static final double[][] QUERY = {{1, 0}, {.6, .8}, {0, 1}};
  private static final double[][] GALLERY = {{.8, .6}, {1, 0}, {0, 1}};
  private static final int[] IDS = {7, 7, 9};

  @ParameterizedTest
  @CsvSource({
    "KL_DIVERGENCE, 0.02, 0.924111",
    "KL_DIVERGENCE, 0.2, 4.410856",
    "KL_DIVERGENCE, 0.07, 1.470156",
    "CROSS_ENTROPY, 0.2, 0.776708",
    "CROSS_ENTROPY, 0.15, 0.843692",
    "CROSS_ENTROPY, 0.5, 0.801867"
  })
  void threePairs(SdmForm form, double temperature, double expected) {
    assertThat(loss(form, temperature, QUERY, IDS, GALLERY, IDS)).isCloseTo(expected, CLOSE);
    assertThat(new PlainSdm(form, temperature).loss(QUERY, IDS, GALLERY, IDS))
        .isCloseTo(expected, CLOSE);
  }

  @ParameterizedTest
  @CsvSource({
    "0.02, 0, 0.692648, 0.690129",
    "0.02, 1, 0.696074, 0.693147",
    "0.02, 2, 0.0, 0.000337",
    "0.2, 0, 0.169735, 1.622008",
    "0.2, 1, 4.740468, 0.398392",
    "0.2, 2, 1.892178, 4.409786"
  })
  void singleRowsOfTheKlForm(double temperature, int row, double fromQuery, double fromGallery) {
    PlainSdm plain = new PlainSdm(KL_DIVERGENCE, temperature);
    double[][] query = {QUERY[row]};
    double[][] gallery = {GALLERY[row]};
    int[] id = {IDS[row]};
    assertThat(plain.direction(query, id, GALLERY, IDS)).isCloseTo(fromQuery, CLOSE);
    assertThat(plain.direction(gallery, id, QUERY, IDS)).isCloseTo(fromGallery, CLOSE);
  }

  @Test
  void gradientOfTheKlForm() {
    assertQueryGradient(KL_DIVERGENCE, 0.02, 0, -.031359f, -.031311f, .023483f, 0, 0);
  }

  @Test
  void gradientOfTheCrossEntropyForm() {
    assertQueryGradient(CROSS_ENTROPY, 0.2, 0, -.218876f, -.589344f, .442008f, .157083f, 0);
  }

  @Test
  void rowsWithoutPositivesAreLeftOutAndCounted() {
    SdmResult result =
        new Sdm(CROSS_ENTROPY, 0.2)
            .of(tensor(QUERY), new int[] {7, 8, 9}, tensor(GALLERY), new int[] {7, 7, 1});
    assertThat((double) result.loss().getFloat()).isCloseTo(.762075, CLOSE);
    assertThat(result.rows().validQueryRows()).isEqualTo(1);
    assertThat(result.rows().queryRows()).isEqualTo(3);
    assertThat(result.rows().validGalleryRows()).isEqualTo(2);
    assertThat(result.rows().galleryRows()).isEqualTo(3);
    assertThat(result.zero()).isEmpty();
    PlainSdm plain = new PlainSdm(CROSS_ENTROPY, 0.2);
    assertThat(plain.direction(QUERY, new int[] {7, 8, 9}, GALLERY, new int[] {7, 7, 1}))
        .isCloseTo(.818175, CLOSE);
    assertThat(plain.direction(GALLERY, new int[] {7, 7, 1}, QUERY, new int[] {7, 8, 9}))
        .isCloseTo(.705975, CLOSE);
  }

  @Test
  void aRectangularBlock() {
    double[][] query = Arrays.copyOf(QUERY, 2);
    int[] ids = {7, 7};
    SdmResult result = new Sdm(CROSS_ENTROPY, 0.2).of(tensor(query), ids, tensor(GALLERY), IDS);
    assertThat((double) result.loss().getFloat()).isCloseTo(1.023827, CLOSE);
    assertThat(result.rows().validQueryRows()).isEqualTo(2);
    assertThat(result.rows().validGalleryRows()).isEqualTo(2);
    PlainSdm plain = new PlainSdm(CROSS_ENTROPY, 0.2);
    assertThat(plain.direction(query, ids, GALLERY, IDS)).isCloseTo(1.098640, CLOSE);
    assertThat(plain.direction(GALLERY, IDS, query, ids)).isCloseTo(.949014, CLOSE);
  }

  @ParameterizedTest
  @CsvSource({"CROSS_ENTROPY, 0.2, 2.043375", "KL_DIVERGENCE, 0.02, 2.194879"})
  void oneIdentityOnly(SdmForm form, double temperature, double expected) {
    int[] same = {7, 7, 7};
    assertThat(loss(form, temperature, QUERY, same, GALLERY, same)).isCloseTo(expected, CLOSE);
  }

  @Test
  void zeroQueriesAreUniformAndFinite() {
    double[][] zeros = new double[3][2];
    assertThat(loss(CROSS_ENTROPY, 0.2, zeros, IDS, GALLERY, IDS)).isCloseTo(Math.log(3), CLOSE);
    SdmResult kl = new Sdm(KL_DIVERGENCE, 0.02).of(tensor(zeros), IDS, tensor(GALLERY), IDS);
    assertThat((double) kl.loss().getFloat()).isCloseTo(kl.rows().chance(), CLOSE);
    NDArray dead = tensor(zeros);
    backward(() -> new Sdm(CROSS_ENTROPY, 0.2).of(dead, IDS, tensor(GALLERY), IDS).loss());
    for (float slope : dead.getGradient().toFloatArray()) {
      assertThat(slope).isFinite();
    }
  }

  @ParameterizedTest
  @CsvSource({"CROSS_ENTROPY, 0.2", "KL_DIVERGENCE, 0.02"})
  void whereNothingMatchesTheLossIsZeroAndSaysWhy(SdmForm form, double temperature) {
    double[][] none = {};
    double[][] one = {{1, 2}};
    int[] id = {7};
    assertZero(form, temperature, QUERY, IDS, none, new int[0], ZeroReason.NO_VISIBLE_ITEM);
    assertZero(form, temperature, none, new int[0], GALLERY, IDS, ZeroReason.NO_OTHER_MODALITY);
    assertZero(form, temperature, none, new int[0], none, new int[0], ZeroReason.NO_VISIBLE_ITEM);
    assertZero(
        form, temperature, QUERY, IDS, GALLERY, new int[] {1, 2, 3}, ZeroReason.NO_POSITIVE_PAIR);
    assertZero(form, temperature, one, id, one, new int[] {8}, ZeroReason.NO_POSITIVE_PAIR);
    assertZero(form, temperature, one, id, one, id, ZeroReason.SINGLE_PAIR);
  }

  private void assertZero(
      SdmForm form,
      double temperature,
      double[][] query,
      int[] queryIds,
      double[][] gallery,
      int[] galleryIds,
      ZeroReason reason) {
    NDArray q = tensor(query, 2);
    NDArray g = tensor(gallery, 2);
    SdmResult[] result = new SdmResult[1];
    backward(
        () -> {
          result[0] = new Sdm(form, temperature).of(q, queryIds, g, galleryIds);
          return result[0].loss();
        });
    assertThat(result[0].zero()).contains(reason);
    assertThat(result[0].loss().getFloat()).isZero();
    assertThat(q.getGradient().toFloatArray()).isEqualTo(new float[2 * query.length]);
    assertThat(g.getGradient().toFloatArray()).isEqualTo(new float[2 * gallery.length]);
  }

  private void assertQueryGradient(SdmForm form, double temperature, float... expected) {
    NDArray query = tensor(QUERY);
    NDArray gallery = tensor(GALLERY);
    backward(() -> new Sdm(form, temperature).of(query, IDS, gallery, IDS).loss());
    assertThat(query.getGradient().toFloatArray()).containsExactly(expected, CLOSE_FLOAT);
  }

  private double loss(
      SdmForm form,
      double temperature,
      double[][] query,
      int[] qIds,
      double[][] gallery,
      int[] ids) {
    return new Sdm(form, temperature)
        .of(tensor(query), qIds, tensor(gallery), ids)
        .loss()
        .getFloat();
  }
}
