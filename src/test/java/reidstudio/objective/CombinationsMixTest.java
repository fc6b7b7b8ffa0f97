package reidstudio.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

class CombinationsMixTest {
  private static final double SMOOTHING = 0.1;
  private static final double TEMPERATURE = 0.2;

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @EnumSource(SdmForm.class)
  void agreesWithThePublishedSumsWhateverTheBatchLacks(SdmForm form) {
    SplittableRandom random = new SplittableRandom(5);
    int paired = 0;
    for (int round = 0; round < 60; round++) {
      Scene scene = scene(random);
      PlainMix plain = new PlainMix(scene);
      LossTerms terms = terms(form, scene);
      LossTerm ce = terms.term(MetricKey.CE_LOSS);
      LossTerm sdm = terms.term(MetricKey.SDM_LOSS);
      assertThat(value(ce)).isCloseTo(plain.crossEntropy(SMOOTHING), within(1e-4));
      assertThat((double) terms.accuracy().getFloat()).isCloseTo(plain.accuracy(), within(1e-5));
      OptionalDouble expected = plain.sdm(form, TEMPERATURE);
      assertThat(value(sdm)).isCloseTo(expected.orElse(0), within(2e-3));
      assertThat(terms.sdmZero().isEmpty()).isEqualTo(expected.isPresent());
      assertThat(sdm.known().containsKey(MetricKey.SDM_CHANCE)).isEqualTo(expected.isPresent());
      if (expected.isPresent()) {
        paired++;
        assertThat(sdm.known().get(MetricKey.SDM_CHANCE))
            .isCloseTo(plain.chance(form).orElseThrow(), within(1e-9));
        assertThat(sdm.known().get(MetricKey.SDM_FLOOR))
            .isCloseTo(
                form == SdmForm.CROSS_ENTROPY ? plain.floor().orElseThrow() : 0, within(1e-9));
      }
      assertThat((double) terms.total().getFloat())
          .isCloseTo(0.7 * value(ce) + 0.3 * value(sdm), within(2e-3));
    }
    assertThat(paired).isBetween(30, 59);
  }

  /** Up to four people with up to seven items of each modality, some modalities absent. */
  private static Scene scene(SplittableRandom random) {
    Scene scene = new Scene();
    int people = random.nextInt(1, 5);
    while (scene.labels.isEmpty()) {
      for (Modality modality : Modality.values()) {
        int items = random.nextInt(4) == 0 ? 0 : random.nextInt(1, 8);
        scene.add(random, items, modality, people);
      }
    }
    return scene;
  }

  @Test
  void rowStatisticsStayThoseOfAllSingleItems() {
    SplittableRandom random = new SplittableRandom(2);
    Scene scene = new Scene();
    scene.add(random, 2, Modality.VIS, 1);
    scene.add(random, 3, Modality.NIR, 1);
    scene.add(5, Modality.SK, Scene.feature(random));
    var known = terms(SdmForm.CROSS_ENTROPY, scene).term(MetricKey.SDM_LOSS).known();
    assertThat(known)
        .containsEntry(MetricKey.SDM_ROWS, 4.0)
        .containsEntry(MetricKey.SDM_VALID_ROWS, 3.0)
        .containsEntry(MetricKey.SDM_GALLERY_ROWS, 2.0)
        .containsEntry(MetricKey.SDM_VALID_GALLERY_ROWS, 2.0)
        .containsEntry(MetricKey.SDM_POSITIVES_PER_ROW, 2.0);
  }

  @Test
  void onePersonWithOneItemOfEachModalityHasNothingToTellApart() {
    SplittableRandom random = new SplittableRandom(2);
    Scene scene = new Scene();
    for (Modality modality : Modality.values()) {
      scene.add(random, 1, modality, 1);
    }
    LossTerms terms = terms(SdmForm.CROSS_ENTROPY, scene);
    assertThat(terms.sdmZero()).contains(ZeroReason.SINGLE_PAIR);
    assertThat(value(terms.term(MetricKey.SDM_LOSS))).isZero();
  }

  @Test
  void theFirstItemOfAModalityTeachesAndAnotherOneDoesNot() {
    SplittableRandom random = new SplittableRandom(8);
    Scene scene = new Scene();
    scene.add(random, 4, Modality.VIS, 3);
    int[] people = {0, 0, 1};
    for (int person : people) {
      scene.add(person, Modality.NIR, Scene.feature(random));
    }
    scene.add(1, Modality.SK, Scene.feature(random));
    LossInput input = scene.input(manager, QueryMix.COMBINATIONS);
    try (var gradients = manager.getEngine().newGradientCollector()) {
      gradients.backward(mix(SdmForm.CROSS_ENTROPY).of(input, 1).total());
    }
    var items = input.features().items_NxD().getGradient().abs().sum(new int[] {1});
    var logits = input.features().logits_RxC().getGradient().abs().sum(new int[] {1});
    for (int row = 0; row < 8; row++) {
      assertThat(items.getFloat(row) > 0).as("item %d", row).isEqualTo(row != 5);
      assertThat(logits.getFloat(row) > 0).as("logits %d", row).isEqualTo(row != 5);
    }
    var fused = input.features().fused_GxD().orElseThrow();
    assertThat(fused.getShape().get(0)).isEqualTo(1);
    assertThat(fused.getGradient().abs().sum().getFloat()).isPositive();
    assertThat(logits.getFloat(8)).isPositive();
  }

  private LossTerms terms(SdmForm form, Scene scene) {
    return mix(form).of(scene.input(manager, QueryMix.COMBINATIONS), 1);
  }

  private static LossMix mix(SdmForm form) {
    return new LossMix(
        new LossConfig(
            0.7,
            SMOOTHING,
            QueryMix.COMBINATIONS,
            new SdmConfig(0.3, form, TEMPERATURE, 0, 0, List.of()),
            ItcConfig.defaults(),
            TripletConfig.defaults(),
            NormConfig.defaults()),
        1);
  }

  private static double value(LossTerm term) {
    return term.value().getFloat();
  }
}
