package reidstudio.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reidstudio.config.ItcConfig;
import reidstudio.config.LossConfig;
import reidstudio.config.NormConfig;
import reidstudio.config.QueryMix;
import reidstudio.config.SdmConfig;
import reidstudio.config.SdmForm;
import reidstudio.config.TripletConfig;
import reidstudio.data.Modality;
import reidstudio.event.MetricKey;
import reidstudio.event.ZeroReason;
import reidstudio.loss.PlainSdm;
import reidstudio.tensor.Scalar;

class LossMixTest {
  private static final Offset<Double> CLOSE = within(1e-4);
  private static final int EPOCHS = 5;
  private static final PlainSdm SDM = new PlainSdm(SdmForm.CROSS_ENTROPY, 0.2);

  /** The worked block A: queries, gallery, identities. */
  private static final double[][] QUERY = {{1, 0}, {.6, .8}, {0, 1}};

  private static final double[][] GALLERY = {{.8, .6}, {1, 0}, {0, 1}};

  private final SplittableRandom random = new SplittableRandom(4);
  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void sdmIsTheMeanOverBothKindsOfQuery() {
    LossTerms terms = terms(Losses.plain(), blockA(0, 0, 1), 3);
    double[][] fused = {Scene.fuse(List.of(QUERY[0], QUERY[1]))};
    int[] ids = {0, 0, 1};
    double ofFused = SDM.loss(fused, new int[] {0}, GALLERY, ids);
    // .776708 is the worked value
    LossTerm sdm = terms.term(MetricKey.SDM_LOSS);
    assertThat(value(sdm)).isCloseTo((.776708 + ofFused) / 2, CLOSE);
    // fused: 1 x 3, two positives, then two valid gallery rows with one positive in one column
    assertThat(sdm.known().get(MetricKey.SDM_CHANCE))
        .isCloseTo((Math.log(3) + (Math.log(3) + 0) / 2) / 2, within(1e-9));
    assertThat(sdm.known().get(MetricKey.SDM_FLOOR))
        .isCloseTo((Math.log(2) * 2 / 3 + Math.log(2) / 2) / 2, within(1e-9));
    assertThat(terms.total().getShape()).isEqualTo(new Shape());
    assertThat(terms.sdmZero()).isEmpty();
  }

  @Test
  void aKindOfQueryWithoutAPairDoesNotDiluteTheMean() {
    Scene scene = new Scene();
    for (int i = 0; i < 3; i++) {
      scene.add(new int[] {0, 0, 1}[i], Modality.VIS, GALLERY[i]);
    }
    scene.add(0, Modality.NIR, QUERY[0]);
    scene.add(3, Modality.NIR, QUERY[1]);
    scene.add(3, Modality.SK, QUERY[2]);
    double singles = SDM.loss(QUERY, new int[] {0, 3, 3}, GALLERY, new int[] {0, 0, 1});
    assertThat(value(terms(Losses.plain(), scene, 3).term(MetricKey.SDM_LOSS)))
        .isCloseTo(singles, CLOSE);
  }

  @ParameterizedTest
  @CsvSource({"0.02, 9.333460", "0.07, 2.720427"})
  void itcHasTheWorkedValue(double temperature, double expected) {
    Losses losses = new Losses(0, 0, new ItcConfig(0.6, temperature), off(), NormConfig.defaults());
    LossTerms terms = terms(losses, blockA(0, 1, 2), 3);
    LossTerm itc = terms.term(MetricKey.ITC_LOSS);
    assertThat(value(itc)).isCloseTo(expected, CLOSE);
    assertThat(value(terms)).isCloseTo(0.6 * expected, CLOSE);
    assertThat(itc.known())
        .containsEntry(MetricKey.ITC_PAIRS, 3.0)
        .containsEntry(MetricKey.ITC_UNPAIRED_ROWS, 0.0);
  }

  @Test
  void itcLeavesOutWhatHasNoPartnerAndUsesAGalleryRowTwice() {
    Losses losses = new Losses(0, 0, new ItcConfig(1, 0.2), off(), NormConfig.defaults());
    Scene scene = new Scene();
    scene.add(1, Modality.VIS, 2, 1).add(2, Modality.VIS, -1, 2);
    scene.add(1, Modality.NIR, 1, 1).add(4, Modality.NIR, 5, 1);
    scene.add(1, Modality.SK, 2, -1).add(2, Modality.SK, 0, 3);
    LossInput input = scene.input(manager, QueryMix.SINGLE_AND_FUSED);
    LossTerms[] terms = new LossTerms[1];
    backward(input, () -> terms[0] = losses.mix().of(input, 1));
    // aligned pairs are a block in which each row is its own identity
    double[][] queries = {{1, 1}, {2, -1}, {0, 3}};
    double[][] gallery = {{2, 1}, {2, 1}, {-1, 2}};
    int[] own = {0, 1, 2};
    LossTerm itc = terms[0].term(MetricKey.ITC_LOSS);
    assertThat(value(itc)).isCloseTo(SDM.loss(queries, own, gallery, own), CLOSE);
    assertThat(itc.known())
        .containsEntry(MetricKey.ITC_PAIRS, 3.0)
        .containsEntry(MetricKey.ITC_UNPAIRED_ROWS, 1.0);
    double nudge = 1e-5;
    gallery[0][0] = gallery[1][0] = 2 - nudge;
    double below = SDM.loss(queries, own, gallery, own);
    gallery[0][0] = gallery[1][0] = 2 + nudge;
    double slope = (SDM.loss(queries, own, gallery, own) - below) / (2 * nudge);
    NDArray gradient = input.features().items_NxD().getGradient();
    assertThat((double) gradient.getFloat(0, 0)).isCloseTo(slope, CLOSE);
    assertThat(gradient.get(3).toFloatArray()).containsOnly(0);
    assertThat(gradient.get(2).abs().sum().getFloat()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"false, 1.573612", "true, 1.708650"})
  void tripletHasTheWorkedValueOverItemsOfAllModalities(boolean soft, double expected) {
    Losses losses =
        new Losses(
            0, 0, ItcConfig.defaults(), new TripletConfig(2, 0.3, soft), NormConfig.defaults());
    Scene scene = new Scene();
    scene.add(0, Modality.VIS, 0, 0).add(0, Modality.NIR, 3, 4);
    scene.add(1, Modality.SK, 1, 0).add(1, Modality.TEXT, 1, 1);
    LossTerms terms = terms(losses, scene, 3);
    LossTerm triplet = terms.term(MetricKey.TRIPLET_LOSS);
    assertThat(value(triplet)).isCloseTo(expected, CLOSE);
    assertThat(value(terms)).isCloseTo(2 * expected, CLOSE);
    assertThat(triplet.known())
        .containsEntry(MetricKey.TRIPLET_ANCHORS, 4.0)
        .containsEntry(MetricKey.TRIPLET_ANCHORS_WITH_POSITIVE, 4.0);
  }

  @Test
  void oneItemForEachIdentityIsCountedAsAnchorsWithoutPositive() {
    Losses losses =
        new Losses(
            1, 0, ItcConfig.defaults(), new TripletConfig(1, 0.3, false), NormConfig.defaults());
    Scene scene = new Scene().add(0, Modality.VIS, 0, 0).add(1, Modality.NIR, 0.1, 0);
    LossTerm triplet = terms(losses, scene, 1).term(MetricKey.TRIPLET_LOSS);
    assertThat(value(triplet)).isCloseTo(0.2, CLOSE);
    assertThat(triplet.known())
        .containsEntry(MetricKey.TRIPLET_ANCHORS, 2.0)
        .containsEntry(MetricKey.TRIPLET_ANCHORS_WITH_POSITIVE, 0.0);
  }

  @Test
  void oneIdentityTeachesTripletNothing() {
    Losses losses =
        new Losses(
            1, 0, ItcConfig.defaults(), new TripletConfig(1, 0.3, false), NormConfig.defaults());
    LossTerms terms = terms(losses, blockA(0, 0, 0), 1);
    assertThat(value(terms.term(MetricKey.TRIPLET_LOSS))).isZero();
    assertThat(terms.term(MetricKey.TRIPLET_LOSS).known())
        .containsEntry(MetricKey.TRIPLET_ANCHORS, 0.0);
    assertThat(value(terms)).isCloseTo(value(terms.term(MetricKey.CE_LOSS)), CLOSE);
  }

  @ParameterizedTest
  @CsvSource({"10, 4, 1e-3, .024653", "10, 2, 5e-3, .193933", "8, 2, 1e-2, .529200"})
  void theNormPenaltyHasTheWorkedValueAfterTheNeck(
      double target, double band, double weight, double expected) {
    Losses losses =
        new Losses(0.7, 0, ItcConfig.defaults(), off(), new NormConfig(weight, target, band));
    Scene scene = new Scene();
    for (double norm : new double[] {22.6, 10, 6}) {
      // the neck of the scene doubles and adds a half
      scene.add(0, Modality.VIS, (norm - 0.5) / 2, -0.25);
    }
    LossTerms terms = terms(losses, scene, 1);
    LossTerm penalty = terms.term(MetricKey.NORM_PENALTY);
    assertThat(value(penalty) * penalty.weight()).isCloseTo(expected, within(1e-5));
    assertThat(value(terms))
        .isCloseTo(0.7 * value(terms.term(MetricKey.CE_LOSS)) + expected, CLOSE);
  }

  @Test
  void aTermWithoutWeightIsOffAndAbsent() {
    LossTerms terms = terms(Losses.plain(), blockA(0, 0, 1), 3);
    assertThat(terms.terms())
        .extracting(LossTerm::key)
        .containsExactly(MetricKey.CE_LOSS, MetricKey.SDM_LOSS);
    assertThatThrownBy(() -> terms.term(MetricKey.ITC_LOSS))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("itc.loss");
  }

  @Test
  void termsComeInTheOrderInWhichTheyAreSearchedForAFault() {
    Losses all =
        new Losses(
            1, 1, new ItcConfig(1, 1), new TripletConfig(1, 1, true), new NormConfig(1, 1, 1));
    assertThat(terms(all, blockA(0, 0, 1), 3).terms())
        .extracting(LossTerm::key)
        .containsExactly(
            MetricKey.CE_LOSS,
            MetricKey.SDM_LOSS,
            MetricKey.ITC_LOSS,
            MetricKey.TRIPLET_LOSS,
            MetricKey.NORM_PENALTY);
  }

  @Test
  void sdmIsMeasuredButLeftOutInItsWarmUp() {
    for (int epoch = 1; epoch <= 3; epoch++) {
      LossInput input = randomScene().input(manager, QueryMix.SINGLE_AND_FUSED);
      int now = epoch;
      LossTerms[] terms = new LossTerms[1];
      backward(input, () -> terms[0] = Losses.plain().mix().of(input, now));
      LossTerm sdm = terms[0].term(MetricKey.SDM_LOSS);
      assertThat(value(sdm)).isPositive();
      assertThat(sdm.weight()).isEqualTo(epoch <= 2 ? 0 : 0.3);
      double left = value(terms[0]) - 0.7 * value(terms[0].term(MetricKey.CE_LOSS));
      assertThat(left).isCloseTo(epoch <= 2 ? 0 : 0.3 * value(sdm), CLOSE);
      assertThat(moved(input.features().items_NxD())).isEqualTo(epoch > 2);
      assertThat(moved(input.features().fused_GxD().orElseThrow())).isEqualTo(epoch > 2);
      assertThat(moved(input.features().logits_RxC())).isTrue();
    }
  }

  @Test
  void sdmAloneInItsWarmUpIsAStepWithoutMovement() {
    LossInput input = randomScene().input(manager, QueryMix.SINGLE_AND_FUSED);
    Losses losses = new Losses(0, 0.3, ItcConfig.defaults(), off(), NormConfig.defaults());
    backward(input, () -> losses.mix().of(input, 1));
    assertThat(moved(input.features().logits_RxC())).isFalse();
    assertThat(moved(input.features().items_NxD())).isFalse();
  }

  @Test
  void theTemperatureThatIsUsedIsTheOneThatIsReported() {
    LossConfig config =
        Losses.plain()
            .config(new SdmConfig(0.3, SdmForm.CROSS_ENTROPY, 0.2, 0.1, 0, List.of(.1, .4)));
    Scene scene = new Scene();
    for (int i = 0; i < 3; i++) {
      scene.add(i, Modality.VIS, GALLERY[i]);
    }
    for (int i = 0; i < 3; i++) {
      scene.add(i, Modality.NIR, QUERY[i]);
    }
    double[] temperatures = {.2, .175, .15, .125, .1};
    double[] weights = {.1, .4, .4, .4, .4};
    int[] ids = {0, 1, 2};
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      LossInput input = scene.input(manager, QueryMix.SINGLE_AND_FUSED);
      LossTerm sdm = new LossMix(config, EPOCHS).of(input, epoch).term(MetricKey.SDM_LOSS);
      double temperature = sdm.known().get(MetricKey.SDM_TEMPERATURE);
      assertThat(temperature).isCloseTo(temperatures[epoch - 1], within(1e-12));
      assertThat(sdm.weight()).isEqualTo(weights[epoch - 1]);
      assertThat(value(sdm))
          .isCloseTo(
              new PlainSdm(SdmForm.CROSS_ENTROPY, temperature).loss(QUERY, ids, GALLERY, ids),
              CLOSE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ce, false, false, false, true",
    "sdm, true, true, false, false",
    "itc, true, false, false, false",
    "triplet, true, false, false, false",
    // a configuration in which only the norm counts is refused
    "norm and ce, false, false, true, true"
  })
  void eachTermTeachesWhatItIsMadeFrom(
      String on, boolean items, boolean fused, boolean neck, boolean logits) {
    Losses losses =
        new Losses(
            on.contains("ce") ? 1 : 0,
            on.equals("sdm") ? 1 : 0,
            new ItcConfig(on.equals("itc") ? 1 : 0, 0.2),
            new TripletConfig(on.equals("triplet") ? 1 : 0, 5, false),
            new NormConfig(on.startsWith("norm") ? 1 : 0, 1, 0));
    LossInput input = randomScene().input(manager, QueryMix.SINGLE_AND_FUSED);
    backward(input, () -> losses.mix().of(input, 3));
    assertThat(moved(input.features().items_NxD())).isEqualTo(items);
    assertThat(moved(input.features().fused_GxD().orElseThrow())).isEqualTo(fused);
    assertThat(moved(input.features().neck_RxD())).isEqualTo(neck);
    assertThat(moved(input.features().logits_RxC())).isEqualTo(logits);
  }

  @ParameterizedTest
  @CsvSource({"VIS, NO_OTHER_MODALITY", "NIR, NO_VISIBLE_ITEM", "BOTH, NO_POSITIVE_PAIR"})
  void withoutAPairOnlyTheRestTrainsAndTheReasonIsTold(String shown, ZeroReason reason) {
    Scene scene = new Scene();
    if (!shown.equals("NIR")) {
      scene.add(0, Modality.VIS, 1, 2).add(1, Modality.VIS, 2, 1);
    }
    if (!shown.equals("VIS")) {
      scene.add(2, Modality.NIR, 1, 3).add(2, Modality.SK, 3, 1);
    }
    Losses losses = new Losses(0.7, 0.3, new ItcConfig(1, 0.1), off(), NormConfig.defaults());
    for (QueryMix mix : QueryMix.values()) {
      LossInput input = scene.input(manager, mix);
      LossTerms[] terms = new LossTerms[1];
      backward(input, () -> terms[0] = losses.mix().of(input, 3));
      LossTerm sdm = terms[0].term(MetricKey.SDM_LOSS);
      assertThat(terms[0].sdmZero()).contains(reason);
      assertThat(value(sdm)).isZero();
      assertThat(sdm.known()).doesNotContainKeys(MetricKey.SDM_CHANCE, MetricKey.SDM_FLOOR);
      assertThat(value(terms[0].term(MetricKey.ITC_LOSS))).isZero();
      assertThat(value(terms[0]))
          .isCloseTo(0.7 * value(terms[0].term(MetricKey.CE_LOSS)), within(1e-6));
      assertThat(moved(input.features().items_NxD())).isFalse();
    }
  }

  /** Weights of the terms; SDM warms up over two epochs. */
  private record Losses(
      double ce, double sdm, ItcConfig itc, TripletConfig triplet, NormConfig norm) {
    static Losses plain() {
      return new Losses(0.7, 0.3, ItcConfig.defaults(), off(), NormConfig.defaults());
    }

    LossMix mix() {
      return new LossMix(
          config(new SdmConfig(sdm, SdmForm.CROSS_ENTROPY, 0.2, 0, 2, List.of())), EPOCHS);
    }

    LossConfig config(SdmConfig sdm) {
      return new LossConfig(ce, 0.1, QueryMix.SINGLE_AND_FUSED, sdm, itc, triplet, norm);
    }
  }

  private static TripletConfig off() {
    return TripletConfig.defaults();
  }

  /** Worked block A under three identities, near-infrared against visible. */
  private static Scene blockA(int... ids) {
    Scene scene = new Scene();
    for (int i = 0; i < 3; i++) {
      scene.add(ids[i], Modality.VIS, GALLERY[i]);
    }
    for (int i = 0; i < 3; i++) {
      scene.add(ids[i], Modality.NIR, QUERY[i]);
    }
    return scene;
  }

  private Scene randomScene() {
    Scene scene = new Scene().add(random, 4, Modality.VIS, 2);
    return scene.add(random, 3, Modality.NIR, 2).add(random, 3, Modality.TEXT, 2);
  }

  private LossTerms terms(Losses losses, Scene scene, int epoch) {
    return losses.mix().of(scene.input(manager, QueryMix.SINGLE_AND_FUSED), epoch);
  }

  /** Backward with every leaf in the graph, so that each has a gradient to look at. */
  private void backward(LossInput input, Supplier<LossTerms> make) {
    try (var gradients = manager.getEngine().newGradientCollector()) {
      NDArray total = make.get().total();
      NDArray none = Scalar.of(total, 0);
      var features = input.features();
      for (NDArray leaf :
          List.of(features.items_NxD(), features.neck_RxD(), features.logits_RxC())) {
        total = total.add(leaf.mul(none).sum());
      }
      if (features.fused_GxD().isPresent()) {
        total = total.add(features.fused_GxD().get().mul(none).sum());
      }
      gradients.backward(total);
    }
  }

  private static boolean moved(NDArray leaf) {
    return leaf.getGradient().abs().sum().getFloat() > 0;
  }

  private static double value(LossTerm term) {
    return term.value().getFloat();
  }

  private static double value(LossTerms terms) {
    return terms.total().getFloat();
  }
}
