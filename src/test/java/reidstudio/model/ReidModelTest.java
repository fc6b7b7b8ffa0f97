package reidstudio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reidstudio.data.Modality;
import reidstudio.tensor.Parameter;

class ReidModelTest {
  private static final int[] SHORT = {1, 7, 2};
  private static final int[] LONG = {1, 8, 9, 10, 11, 12, 2};

  private SmallModel small;

  @BeforeEach
  void build() {
    small = new SmallModel(3);
  }

  @AfterEach
  void close() {
    small.close();
  }

  @Test
  void paddingDoesNotChangeWhatACaptionMeans() {
    float[] alone = text(small.captions(0, SHORT), 0);
    assertThat(text(small.captions(0, SHORT, LONG), 0)).containsExactly(alone, within(1e-5f));
    assertThat(text(small.captions(13, LONG, SHORT), 1)).containsExactly(alone, within(1e-5f));
  }

  @Test
  void everyWordOfACaptionCounts() {
    float[] feature = text(small.captions(0, LONG), 0);
    for (int word = 0; word < LONG.length; word++) {
      int[] other = LONG.clone();
      other[word] = 15;
      assertThat(distance(feature, text(small.captions(0, other), 0))).isGreaterThan(1e-3);
    }
  }

  @Test
  void theOrderOfWordsCounts() {
    float[] one = text(small.captions(0, new int[] {1, 7, 8, 2}), 0);
    float[] other = text(small.captions(0, new int[] {1, 8, 7, 2}), 0);
    assertThat(distance(one, other)).isGreaterThan(1e-3);
  }

  @Test
  void neighboursInTheBatchDoNotChangeAFeature() {
    NDArray visible = small.pixels(2, 1);
    NDArray sketch = small.pixels(1, 2);
    float[] alone = small.evaluated(small.pictures(Modality.SK, sketch), 0);
    Map<Modality, NDArray> both = Map.of(Modality.VIS, visible, Modality.SK, sketch);
    ModelInput beside = small.all(both, small.captions(0, SHORT));
    assertThat(small.evaluated(beside, 2)).containsExactly(alone, within(1e-5f));
    assertThat(small.evaluated(beside, 1))
        .containsExactly(
            small.evaluated(small.pictures(Modality.VIS, visible.get("1:2")), 0), within(1e-5f));
    assertThat(small.evaluated(beside, 3))
        .containsExactly(text(small.captions(0, SHORT), 0), within(1e-5f));
  }

  @Test
  void eachModalityHasAPatchEmbeddingOfItsOwn() {
    NDArray pixels = small.pixels(1, 1);
    List<float[]> features =
        List.of(Modality.VIS, Modality.NIR, Modality.CP, Modality.SK).stream()
            .map(modality -> small.evaluated(small.pictures(modality, pixels), 0))
            .toList();
    for (int a = 0; a < features.size(); a++) {
      for (int b = 0; b < a; b++) {
        assertThat(distance(features.get(a), features.get(b))).isGreaterThan(0.1);
      }
    }
  }

  @Test
  void patchesKnowTheirPlace() {
    NDArray picture = small.pixels(1, 1);
    NDArray upsideDown = picture.get(":, :, 12:").concat(picture.get(":, :, :12"), 2);
    assertThat(
            distance(
                small.evaluated(small.pictures(Modality.VIS, picture), 0),
                small.evaluated(small.pictures(Modality.VIS, upsideDown), 0)))
        .isGreaterThan(1e-3);
  }

  /** Sketches and infrared pictures are nothing but brightness. */
  @Test
  void aBrighterGreyHasAnotherFeature() {
    float[] dim = small.evaluated(small.pictures(Modality.NIR, grey(0.5f)), 0);
    float[] bright = small.evaluated(small.pictures(Modality.NIR, grey(1.5f)), 0);
    assertThat(distance(dim, bright)).isGreaterThan(0.08 * distance(dim, new float[dim.length]));
  }

  private NDArray grey(float level) {
    return small.scope.full(
        new Shape(1, 3, SmallModel.HEIGHT, SmallModel.WIDTH), level, DataType.FLOAT32);
  }

  @Test
  void fusedRowsFollowTheItemsInNeckAndLogits() {
    ModelInput.Padded groups = small.captions(0, new int[] {0, 1}, new int[] {1, 2});
    ModelInput input =
        new ModelInput(
            Map.of(Modality.NIR, small.pixels(3, 1)), Optional.empty(), Optional.of(groups), 0);
    Features features = small.model.evaluate(input);
    assertThat(features.items_NxD().getShape().getShape()).containsExactly(3, 16);
    assertThat(features.fused_GxD().orElseThrow().getShape().getShape()).containsExactly(2, 16);
    assertThat(features.logits_RxC().getShape().getShape()).containsExactly(5, SmallModel.CLASSES);
    assertThat(features.statistics()).isEmpty();
    // Running mean 0 and variance 1: the untouched neck divides by sqrt(1 + 1e-5).
    assertThat(features.neck_RxD().get("3:").toFloatArray())
        .containsExactly(
            features.fused_GxD().orElseThrow().div(Math.sqrt(1 + 1e-5)).toFloatArray(),
            within(1e-5f));
  }

  @Test
  void theSameSeedGivesTheSameWeightsAndAnotherOneOthers() {
    Map<String, float[]> first = state(small.model);
    try (SmallModel same = new SmallModel(3);
        SmallModel other = new SmallModel(4)) {
      assertThat(state(same.model)).usingRecursiveComparison().isEqualTo(first);
      Map<String, float[]> others = state(other.model);
      for (Parameter parameter : small.model.parameters()) {
        if (parameter.decays()) {
          assertThat(others.get(parameter.name()))
              .as(parameter.name())
              .isNotEqualTo(first.get(parameter.name()));
        }
      }
    }
  }

  @Test
  void noTwoMatricesStartFromTheSameNumbers() {
    List<Float> firsts =
        small.model.parameters().stream()
            .filter(Parameter::decays)
            .map(p -> p.value().toFloatArray()[0])
            .toList();
    assertThat(firsts).doesNotHaveDuplicates();
  }

  @Test
  void namesOfAWeightFileAreUnique() {
    List<String> names = small.model.parameters().stream().map(Parameter::name).toList();
    assertThat(names).doesNotHaveDuplicates();
    assertThat(small.model.state())
        .hasSize(names.size() + 2)
        .containsKeys("bn_neck.bn.running_mean", "bn_neck.bn.running_var");
  }

  private float[] text(ModelInput.Padded captions, int row) {
    return small.evaluated(
        new ModelInput(Map.of(), Optional.of(captions), Optional.empty(), 0), row);
  }

  private static Map<String, float[]> state(ReidModel model) {
    Map<String, float[]> state = new LinkedHashMap<>();
    model.state().forEach((name, array) -> state.put(name, array.toFloatArray()));
    return state;
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }
}
