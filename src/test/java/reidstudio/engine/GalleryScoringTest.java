package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reidstudio.event.SettingScores;
import reidstudio.tensor.OperatorPack;

/** Features in the plane, whose angles can be read off. */
class GalleryScoringTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static OperatorPack pack;

  @BeforeAll
  static void load() {
    pack = OperatorPack.load(Device.cpu());
  }

  @AfterAll
  static void close() {
    pack.close();
  }

  @Test
  void rankingsAreByAngleWhateverTheLength() throws EvaluationException {
    float[][] gallery = {at(0, 5), at(20, .1f), at(50, 100), at(90, 1)};
    try (GalleryScoring scoring =
        new GalleryScoring(pack, gallery, new int[] {1, 2, 1, 3}, List.of("nir", "sk"))) {
      // from 5 degrees: 1, 2, 1, 3; from 80: 3, 1, 2, 1
      scoring.add(0, new float[][] {at(5, 1), at(80, 9)}, new int[] {1, 1});
      // nobody has identity 7
      scoring.add(1, new float[][] {at(21, 1), at(5, 1)}, new int[] {2, 7});
      List<SettingResult> results = scoring.results();
      SettingScores nir = results.get(0).scores();
      assertThat(nir.setting()).isEqualTo("nir");
      assertThat(nir.queries()).isEqualTo(2);
      assertThat(nir.map()).isCloseTo(((1 + 2 / 3.0) / 2 + (1 / 2.0 + 2 / 4.0) / 2) / 2, EXACT);
      assertThat(nir.minp()).isCloseTo((2 / 3.0 + 2 / 4.0) / 2, EXACT);
      assertThat(nir.rank1()).isEqualTo(.5);
      assertThat(nir.rank5()).isEqualTo(1);
      assertThat(results.get(0).withoutMatch()).isZero();
      assertThat(results.get(1).scores()).isEqualTo(new SettingScores("sk", 1, 1, 1, 1, 1, 1));
      assertThat(results.get(1).withoutMatch()).isEqualTo(1);
      assertThat(EvaluationResult.of(results, List.of(), () -> null).warnings())
          .containsExactly(
              "1 queries have no match in the gallery and are left out of the scores.");
    }
  }

  @Test
  void collapsedFeaturesAreTold() throws EvaluationException {
    float[][] gallery = {at(30, 1), at(30, 2), at(30, 3), at(30, 4)};
    try (GalleryScoring scoring =
        new GalleryScoring(pack, gallery, new int[] {1, 1, 2, 2}, List.of("nir"))) {
      scoring.add(0, new float[][] {at(30, 1)}, new int[] {1});
      assertThat(EvaluationResult.of(scoring.results(), List.of(), () -> null).warnings())
          .containsExactly(
              "Equal similarities decide the mAP of nir, which lies between 41.7 % and 100.0 % (1 of"
                  + " 1 queries): the features have collapsed.");
    }
  }

  @Test
  void aFeatureOfNoLengthIsEquallyFarFromAll() throws EvaluationException {
    float[][] gallery = {at(0, 1), at(90, 1)};
    try (GalleryScoring scoring =
        new GalleryScoring(pack, gallery, new int[] {1, 2}, List.of("nir"))) {
      scoring.add(0, new float[][] {{0, 0}}, new int[] {2});
      SettingResult result = scoring.results().get(0);
      assertThat(result.scores().map()).isEqualTo(.5);
      assertThat(result.ties().orElseThrow().highest()).isEqualTo(1);
    }
  }

  @Test
  void whatIsNotFiniteIsRefused() throws EvaluationException {
    float[][] broken = {at(0, 1), {1, Float.POSITIVE_INFINITY}};
    assertThatThrownBy(() -> new GalleryScoring(pack, broken, new int[] {1, 2}, List.of("nir")))
        .hasMessageContaining("A feature of the gallery is not finite");
    try (GalleryScoring scoring =
        new GalleryScoring(pack, new float[][] {at(0, 1)}, new int[] {1}, List.of("nir"))) {
      assertThatThrownBy(() -> scoring.add(0, new float[][] {{Float.NaN, 0}}, new int[] {1}))
          .hasMessageContaining("A feature of the queries nir is not finite");
      assertThatThrownBy(() -> EvaluationResult.of(scoring.results(), List.of(), () -> null))
          .hasMessageContaining("No query shows an identity of the gallery");
    }
  }

  private static float[] at(double degrees, float length) {
    double angle = Math.toRadians(degrees);
    return new float[] {length * (float) Math.cos(angle), length * (float) Math.sin(angle)};
  }
}
