package reidstudio.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reidstudio.config.ItcConfig;
import reidstudio.config.LossConfig;
import reidstudio.config.NormConfig;
import reidstudio.config.QueryMix;
import reidstudio.config.SdmConfig;
import reidstudio.config.SdmForm;
import reidstudio.config.TripletConfig;
import reidstudio.event.ZeroReason;
import reidstudio.loss.Sdm;
import reidstudio.loss.SdmResult;
import reidstudio.tensor.OperatorPack;

class LossMixTest {
  private static final LossConfig CONFIG =
      new LossConfig(
          0.7,
          0.1,
          QueryMix.SINGLE_AND_FUSED,
          new SdmConfig(0.3, SdmForm.CROSS_ENTROPY, 0.2, 0, 2, List.of()),
          ItcConfig.defaults(),
          TripletConfig.defaults(),
          NormConfig.defaults());
  private static final int[] QUERIES = {0, 0, 1};
  private static final int[] GALLERY = {0, 1, 2};
  private static final int[] FUSED = {0};

  private final Random random = new Random(4);
  private OperatorPack pack;
  private NDManager scope;

  @BeforeEach
  void open() {
    pack = OperatorPack.load(Device.cpu());
    scope = pack.manager();
  }

  @AfterEach
  void close() {
    pack.close();
  }

  @Test
  void theTotalIsTheWeightedSumAndSdmTheMeanOverBothKindsOfQuery() {
    NDArray logits = rows(7);
    NDArray queries = rows(3);
    NDArray gallery = rows(3);
    NDArray fused = rows(1);
    int[] labels = {0, 1, 2, 0, 0, 1, 0};
    LossTerms terms =
        new LossMix(CONFIG)
            .of(input(logits, labels, queries, QUERIES, gallery, GALLERY, fused, FUSED), 3);
    double ce = terms.crossEntropy().loss().getFloat();
    assertThat(ce).isCloseTo(plainCrossEntropy(logits, labels, 0.1), within(1e-5));
    SdmResult singles = sdm(queries, QUERIES, gallery);
    SdmResult groups = sdm(fused, FUSED, gallery);
    double mean = (value(singles.loss()) + value(groups.loss())) / 2;
    assertThat(value(terms.sdm())).isCloseTo(mean, within(1e-6));
    assertThat(value(terms.total())).isCloseTo(0.7 * ce + 0.3 * mean, within(1e-5));
    assertThat(terms.total().getShape()).isEqualTo(new Shape());
    assertThat(terms.sdmWeight()).isEqualTo(0.3);
    assertThat(terms.chance())
        .isCloseTo((singles.rows().chance() + groups.rows().chance()) / 2, within(1e-12));
    assertThat(terms.floor())
        .isCloseTo((singles.rows().floor() + groups.rows().floor()) / 2, within(1e-12));
  }

  @Test
  void aKindOfQueryWithoutAPairDoesNotDiluteTheMean() {
    NDArray queries = rows(3);
    NDArray gallery = rows(3);
    LossTerms terms =
        new LossMix(CONFIG)
            .of(
                input(
                    rows(7),
                    new int[7],
                    queries,
                    QUERIES,
                    gallery,
                    GALLERY,
                    rows(1),
                    new int[] {3}),
                3);
    assertThat(value(terms.sdm()))
        .isCloseTo(value(sdm(queries, QUERIES, gallery).loss()), within(1e-6));
  }

  @Test
  void withoutFusedRowsSdmIsThatOfTheSingles() {
    NDArray queries = rows(3);
    NDArray gallery = rows(3);
    LossTerms terms =
        new LossMix(CONFIG)
            .of(input(rows(6), new int[6], queries, QUERIES, gallery, GALLERY, null), 3);
    assertThat(value(terms.sdm()))
        .isCloseTo(value(sdm(queries, QUERIES, gallery).loss()), within(1e-6));
  }

  @Test
  void sdmIsMeasuredButLeftOutInItsWarmUp() {
    NDArray queries = rows(3);
    queries.setRequiresGradient(true);
    LossInput input = input(rows(6), new int[6], queries, QUERIES, rows(3), GALLERY, null);
    for (int epoch = 1; epoch <= 3; epoch++) {
      try (var gradients = scope.getEngine().newGradientCollector()) {
        LossTerms terms = new LossMix(CONFIG).of(input, epoch);
        gradients.backward(terms.total().add(queries.mul(0).sum()));
        assertThat(value(terms.sdm())).isPositive();
        assertThat(terms.sdmWeight()).isEqualTo(epoch <= 2 ? 0 : 0.3);
        double left = value(terms.total()) - 0.7 * value(terms.crossEntropy().loss());
        assertThat(left).isCloseTo(epoch <= 2 ? 0 : 0.3 * value(terms.sdm()), within(1e-5));
      }
      double gradient = queries.getGradient().abs().sum().getFloat();
      assertThat(gradient > 0).isEqualTo(epoch > 2);
    }
  }

  @Test
  void visibleItemsAloneTrainOnCrossEntropyAndTheReasonIsTold() {
    LossTerms terms =
        new LossMix(CONFIG)
            .of(input(rows(3), new int[3], null, new int[0], rows(3), GALLERY, null), 3);
    assertOnlyCrossEntropy(terms, ZeroReason.NO_OTHER_MODALITY);
  }

  @Test
  void queriesAloneTrainOnCrossEntropyAndTheReasonIsTold() {
    LossTerms terms =
        new LossMix(CONFIG)
            .of(input(rows(4), new int[4], rows(3), QUERIES, null, new int[0], rows(1), FUSED), 3);
    assertOnlyCrossEntropy(terms, ZeroReason.NO_VISIBLE_ITEM);
  }

  @Test
  void strangersTrainOnCrossEntropyAndTheReasonIsTold() {
    LossTerms terms =
        new LossMix(CONFIG)
            .of(
                input(rows(6), new int[6], rows(3), new int[] {3, 4, 4}, rows(3), GALLERY, null),
                3);
    assertOnlyCrossEntropy(terms, ZeroReason.NO_POSITIVE_PAIR);
  }

  private static void assertOnlyCrossEntropy(LossTerms terms, ZeroReason reason) {
    assertThat(terms.singles().zero()).contains(reason);
    assertThat(value(terms.sdm())).isZero();
    assertThat(value(terms.total()))
        .isCloseTo(0.7 * value(terms.crossEntropy().loss()), within(1e-6));
    assertThat(terms.chance()).isNaN();
  }

  private SdmResult sdm(NDArray queries, int[] labels, NDArray gallery) {
    return new Sdm(SdmForm.CROSS_ENTROPY, 0.2).of(queries, labels, gallery, GALLERY);
  }

  private static LossInput input(
      NDArray logits,
      int[] labels,
      NDArray queries,
      int[] queryLabels,
      NDArray gallery,
      int[] galleryLabels,
      NDArray fused,
      int... fusedLabels) {
    return new LossInput(
        logits,
        labels,
        Optional.ofNullable(queries),
        queryLabels,
        Optional.ofNullable(gallery),
        galleryLabels,
        Optional.ofNullable(fused),
        fusedLabels);
  }

  private NDArray rows(int count) {
    float[] values = new float[count * 5];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return scope.create(values, new Shape(count, 5));
  }

  private static double value(NDArray scalar) {
    return scalar.toType(ai.djl.ndarray.types.DataType.FLOAT32, false).getFloat();
  }

  private static double plainCrossEntropy(NDArray logits, int[] labels, double smoothing) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      float[] row = logits.get(i).toFloatArray();
      double total = 0;
      for (float logit : row) {
        total += Math.exp(logit);
      }
      for (int c = 0; c < row.length; c++) {
        double target = (c == labels[i] ? 1 - smoothing : 0) + smoothing / row.length;
        sum -= target * (row[c] - Math.log(total));
      }
    }
    return sum / labels.length;
  }
}
