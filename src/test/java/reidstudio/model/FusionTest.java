package reidstudio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reidstudio.data.Modality;
import reidstudio.model.ModelInput.Padded;

class FusionTest {
  private SmallModel small;
  private NDArray pixels;

  @BeforeEach
  void build() {
    small = new SmallModel(3);
    pixels = small.pixels(4, 1);
  }

  @AfterEach
  void close() {
    small.close();
  }

  @Test
  void theOrderOfMembersDoesNotMatter() {
    float[] fused = fused(small.captions(0, new int[] {0, 1, 2}), 0);
    assertThat(fused(small.captions(0, new int[] {2, 0, 1}), 0))
        .containsExactly(fused, within(1e-5f));
  }

  @Test
  void eachMemberMatters() {
    float[] fused = fused(small.captions(0, new int[] {0, 1, 2}), 0);
    assertThat(fused(small.captions(0, new int[] {0, 1, 3}), 0)).isNotEqualTo(fused);
    assertThat(fused(small.captions(0, new int[] {0, 1}), 0)).isNotEqualTo(fused);
  }

  @Test
  void paddingHasNoInfluence() {
    float[] alone = fused(small.captions(0, new int[] {1, 2}), 0);
    for (int pad = 0; pad < 4; pad++) {
      assertThat(fused(small.captions(pad, new int[] {1, 2}, new int[] {0, 1, 2, 3}), 0))
          .containsExactly(alone, within(1e-5f));
    }
  }

  @Test
  void paddingTeachesNothing() {
    NDArray features = small.scope.create(SmallModel.floats(4 * 16, 5), new Shape(4, 16));
    features.setRequiresGradient(true);
    Padded group = small.captions(3, new int[] {1, 2}, new int[] {0, 1, 2});
    try (var gradients = small.scope.getEngine().newGradientCollector()) {
      NDArray fused =
          new FeatureFusion(
                  small.pack,
                  new reidstudio.tensor.ParameterFactory(small.scope, 3),
                  SmallModel.config(3))
              .forward(new FusionInput(features, List.of(), List.of()), group);
      gradients.backward(
          fused.mul(small.scope.create(SmallModel.floats(32, 6)).reshape(2, 16)).sum());
    }
    NDArray gradient = features.getGradient();
    assertThat(gradient.get(3).toFloatArray()).containsOnly(0f);
    assertThat(gradient.get(1).abs().sum().getFloat()).isPositive();
  }

  private float[] fused(Padded groups, int row) {
    ModelInput input =
        new ModelInput(Map.of(Modality.SK, pixels), Optional.empty(), Optional.of(groups), 0);
    return small.model.evaluate(input).fused_GxD().orElseThrow().get(row).toFloatArray();
  }
}
