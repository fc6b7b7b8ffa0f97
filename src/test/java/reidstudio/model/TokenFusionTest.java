package reidstudio.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reidstudio.config.RunConfig;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter;
import reidstudio.tensor.ParameterFactory;

/** ReID5o's fusion against the same in Java loops, with tokens from a seeded generator. */
class TokenFusionTest {
  private static final int WIDTH = TinyClip.EMBEDDING;
  private static final int PICTURES = 3;
  private static final int PATCHES = 9;

  /** Tokens of the two captions, padded to the longer. */
  private static final List<Integer> CAPTIONS = List.of(4, 7);

  private static final double SAME = 1e-5;

  private OperatorPack pack;
  private NDManager scope;
  private TokenFusion fusion;
  private final Map<String, float[]> weights = new HashMap<>();

  @BeforeEach
  void build() {
    pack = OperatorPack.load(Device.cpu());
    scope = pack.manager().newSubManager();
    RunConfig config = TinyClip.config("model.fusion.kind", "tokens", "model.fusion.layers", "2");
    ParameterFactory make = new ParameterFactory(scope, 5);
    fusion = new TokenFusion(pack, make, config);
    for (Parameter parameter : make.parameters()) {
      float[] values = parameter.value().toFloatArray();
      if (!parameter.decays()) {
        Random random = new Random(parameter.name().hashCode());
        for (int i = 0; i < values.length; i++) {
          values[i] += (float) (0.3 * random.nextGaussian());
        }
        parameter.value().set(values);
      }
      weights.put(parameter.name(), values);
    }
  }

  @AfterEach
  void close() {
    pack.close();
  }

  @Test
  void isTheFormulaInJava() {
    int[][] groups = {{0, 4}, {1, 2, 3, 4}, {3}};
    for (int row = 0; row < groups.length; row++) {
      assertThat(TinyClip.distance(fused(row, groups), plain(groups[row]))).isLessThan(SAME);
    }
  }

  @Test
  void theOrderOfItemsDoesNotMatter() {
    float[] fused = fused(0, new int[] {0, 2, 4});
    assertThat(TinyClip.distance(fused(0, new int[] {4, 0, 2}), fused)).isLessThan(SAME);
  }

  @Test
  void eachItemMatters() {
    float[] fused = fused(0, new int[] {0, 2, 4});
    assertThat(TinyClip.distance(fused(0, new int[] {0, 2, 3}), fused)).isGreaterThan(1e-2);
    assertThat(TinyClip.distance(fused(0, new int[] {1, 2, 4}), fused)).isGreaterThan(1e-2);
    assertThat(TinyClip.distance(fused(0, new int[] {0, 2}), fused)).isGreaterThan(1e-2);
  }

  @Test
  void groupsOfOtherSizesDoNotMatter() {
    int[][] groups = {{0, 3}, {0, 1, 2, 3, 4}, {4}, {1, 2}};
    for (int row = 0; row < groups.length; row++) {
      assertThat(TinyClip.distance(fused(row, groups), fused(0, groups[row]))).isLessThan(SAME);
    }
  }

  @Test
  void whatPadsACaptionDoesNotMatter() {
    float[] fused = fused(0, new int[] {0, 3});
    float[] other = fusion(items(21), new int[] {0, 3}).get(0).toFloatArray();
    assertThat(TinyClip.distance(other, fused)).isLessThan(SAME);
  }

  @Test
  void gradientReachesTheTokensOfAllMembersAndNoOther() {
    FusionInput items = items(20);
    items.encoded().forEach(part -> part.tokens().orElseThrow().setRequiresGradient(true));
    try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
      NDArray fused = fusion(items, new int[] {0, 3}, new int[] {2, 3});
      gradients.backward(fused.mul(random(new Shape(2, WIDTH), 7)).sum());
    }
    NDArray pictures = items.encoded().get(0).tokens().orElseThrow().getGradient();
    NDArray captions = items.encoded().get(1).tokens().orElseThrow().getGradient();
    for (int token = 0; token < PATCHES; token++) {
      assertThat(size(pictures, 0, token)).isPositive();
      assertThat(size(pictures, 1, token)).as("in no group").isZero();
      assertThat(size(pictures, 2, token)).isPositive();
    }
    for (int token = 0; token < CAPTIONS.get(1); token++) {
      assertThat(size(captions, 0, token) > 0)
          .as("token %d", token)
          .isEqualTo(token < CAPTIONS.get(0));
      assertThat(size(captions, 1, token)).as("in no group").isZero();
    }
  }

  private static float size(NDArray gradient, int item, int token) {
    return gradient.get(item).get(token).abs().sum().getFloat();
  }

  private float[] fused(int row, int[]... groups) {
    return fusion(items(20), groups).get(row).toFloatArray();
  }

  private NDArray fusion(FusionInput items, int[]... groups) {
    return fusion.forward(items, ModelInput.Padded.of(scope, List.of(groups)));
  }

  /**
   * Three pictures and two captions.
   *
   * @param paddingSeed of what stands behind the shorter caption
   */
  private FusionInput items(long paddingSeed) {
    int longest = CAPTIONS.get(1);
    float[] captions = random(new Shape(2, longest, WIDTH), 2).toFloatArray();
    int used = CAPTIONS.get(0) * WIDTH;
    int padding = longest * WIDTH - used;
    System.arraycopy(SmallModel.floats(padding, paddingSeed), 0, captions, used, padding);
    NDArray features = random(new Shape(PICTURES + CAPTIONS.size(), WIDTH), 3);
    NDArray pictureTokens = random(new Shape(PICTURES, PATCHES, WIDTH), 1);
    NDArray captionTokens = scope.create(captions, new Shape(2, longest, WIDTH));
    return new FusionInput(
        features,
        List.of(
            new Encoded(features.get("0:3"), Optional.of(pictureTokens)),
            new Encoded(features.get("3:5"), Optional.of(captionTokens))),
        CAPTIONS);
  }

  private NDArray random(Shape shape, long seed) {
    return scope.create(SmallModel.floats((int) shape.size(), seed), shape);
  }

  /** Norm, attention without a residual, layers, norm, head, mean: a group by itself. */
  private float[] plain(int... group) {
    List<NDArray> tokens = new ArrayList<>();
    FusionInput items = items(20);
    for (int item : group) {
      boolean picture = item < PICTURES;
      NDArray own =
          items.encoded().get(picture ? 0 : 1).tokens().orElseThrow().get(item % PICTURES);
      int used = picture ? PATCHES : CAPTIONS.get(item - PICTURES);
      IntStream.range(0, used).forEach(t -> tokens.add(own.get(t)));
    }
    float[][] columns = new float[WIDTH][tokens.size()];
    for (int t = 0; t < tokens.size(); t++) {
      float[] token = tokens.get(t).toFloatArray();
      for (int w = 0; w < WIDTH; w++) {
        columns[w][t] = token[w];
      }
    }
    PlainTokens x = normalised("fusion.ln_pre", new PlainTokens(columns));
    PlainTokens qkv = linear("fusion.attn.in_proj_", x);
    x = linear("fusion.attn.out_proj.", new PlainAttention(8, false).of(qkv));
    ClipForm form = ClipForm.of(TinyClip.config().model());
    x =
        new PlainClip(form, name -> weights.get(name.replace(".transformer", "")))
            .layers("fusion", new ClipForm.Tower(8, 2, false), x);
    x = linear("fusion.head.dense.", normalised("fusion.ln_post", x)).map(form.activation());
    x = linear("fusion.head.fc.", normalised("fusion.head.ln", x));
    float[] mean = new float[WIDTH];
    for (int w = 0; w < WIDTH; w++) {
      for (float value : x.features_WxT()[w]) {
        mean[w] += value / tokens.size();
      }
    }
    return mean;
  }

  private PlainTokens normalised(String name, PlainTokens x) {
    return x.normalised(weights.get(name + ".weight"), weights.get(name + ".bias"));
  }

  private PlainTokens linear(String start, PlainTokens x) {
    return x.linear(weights.get(start + "weight"), weights.get(start + "bias"));
  }
}
