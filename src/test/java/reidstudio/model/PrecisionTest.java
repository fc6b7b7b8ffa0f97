package reidstudio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reidstudio.data.Modality;
import reidstudio.loss.CrossEntropy;
import reidstudio.optim.Adam;
import reidstudio.tensor.Parameter;

/** The same model in bfloat16 and in float32, with adapters and token fusion. */
class PrecisionTest {
  private static final int[] LABELS = {0, 1, 2, 0, 1, 2, 0, 1, 0, 1};

  private static final String[] SETTINGS = {
    "model.fusion.kind", "tokens",
    "model.lora.rank", "4",
    "model.lora.layers", "1",
    "model.lora.projections", "all",
    "model.lora.freezeBase", "false",
    "optimizer.encoder.learningRate", "1e-3",
    "optimizer.head.learningRate", "3e-3"
  };

  private TinyClip exact;
  private TinyClip brief;

  @BeforeEach
  void build() {
    exact = new TinyClip(with("float32"));
    brief = new TinyClip(with("bf16"));
  }

  private static String[] with(String precision) {
    List<String> settings = new ArrayList<>(List.of(SETTINGS));
    settings.addAll(List.of("compute.precision", precision));
    return settings.toArray(String[]::new);
  }

  @AfterEach
  void close() {
    exact.close();
    brief.close();
  }

  @Test
  void featuresAreFloat32AndClose() {
    Features expected = exact.model.evaluate(input(exact));
    Features features = brief.model.evaluate(input(brief));
    assertClose(features.items_NxD().get(":6"), expected.items_NxD().get(":6"));
    assertClose(features.items_NxD().get("6:"), expected.items_NxD().get("6:"));
    assertClose(features.fused_GxD().orElseThrow(), expected.fused_GxD().orElseThrow());
    assertClose(features.neck_RxD(), expected.neck_RxD());
    assertThat(features.logits_RxC().getDataType()).isEqualTo(DataType.FLOAT32);
  }

  private static void assertClose(NDArray rows, NDArray expected) {
    assertThat(rows.getDataType()).isEqualTo(DataType.FLOAT32);
    assertThat(TinyClip.distance(rows.toFloatArray(), expected.toFloatArray()))
        .as("not 0, or nothing was computed in bfloat16")
        .isBetween(1e-4, 3e-2);
  }

  @Test
  void gradientsAreFloat32AndClose() {
    List<Parameter> parameters = brief.model.parameters();
    try (Adam one = new Adam(exact.pack, exact.model.parameters(), exact.config.optimizer());
        Adam other = new Adam(brief.pack, parameters, brief.config.optimizer())) {
      one.zeroGradients();
      other.zeroGradients();
      backward(exact);
      backward(brief);
      for (int i = 0; i < parameters.size(); i++) {
        NDArray gradient = parameters.get(i).value().getGradient();
        float[] expected = exact.model.parameters().get(i).value().getGradient().toFloatArray();
        assertThat(gradient.getDataType()).isEqualTo(DataType.FLOAT32);
        boolean moves = TinyClip.distance(new float[expected.length], expected) > 0;
        if (moves && parameters.get(i).decays()) {
          assertThat(TinyClip.cosine(gradient.toFloatArray(), expected))
              .as(parameters.get(i).name())
              .isGreaterThan(0.99);
        }
      }
    }
  }

  @Test
  void lossFallsAsInFloat32() {
    List<Double> expected = losses(exact);
    List<Double> losses = losses(brief);
    assertThat(losses.get(29)).isLessThan(losses.get(0) * 0.5);
    for (int i = 0; i < 10; i++) {
      assertThat(losses.get(i)).as("step %d", i).isCloseTo(expected.get(i), within(0.1));
    }
    assertThat(losses.get(29)).isCloseTo(expected.get(29), within(0.2));
    assertThat(brief.model.state().values())
        .extracting(NDArray::getDataType)
        .containsOnly(DataType.FLOAT32);
  }

  private static List<Double> losses(TinyClip tiny) {
    List<Double> losses = new ArrayList<>();
    try (Adam optimizer = new Adam(tiny.pack, tiny.model.parameters(), tiny.config.optimizer())) {
      for (int step = 0; step < 30; step++) {
        losses.add(backward(tiny));
        optimizer.step(optimizer.gradientNorm(tiny.scope), 1);
      }
    }
    return losses;
  }

  private static double backward(TinyClip tiny) {
    try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
      NDArray loss =
          new CrossEntropy(0.1).of(tiny.model.train(input(tiny)).logits_RxC(), LABELS).loss();
      gradients.backward(loss);
      return loss.getFloat();
    }
  }

  /** Three pictures each of two modalities, two captions, two groups. */
  private static ModelInput input(TinyClip tiny) {
    Map<Modality, NDArray> pixels = new EnumMap<>(Modality.class);
    pixels.put(Modality.VIS, tiny.pixels(1, 2, 3));
    pixels.put(Modality.SK, tiny.pixels(4, 5, 6));
    List<int[]> captions = List.of(TinyClip.CAPTION, new int[] {48, 2, 30, 49});
    List<int[]> groups = List.of(new int[] {3, 6}, new int[] {1, 4, 7});
    return new ModelInput(
        pixels,
        Optional.of(ModelInput.Padded.of(tiny.scope, captions)),
        Optional.of(ModelInput.Padded.of(tiny.scope, groups)),
        0);
  }
}
