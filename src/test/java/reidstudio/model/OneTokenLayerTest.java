package reidstudio.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reidstudio.config.LoraConfig;
import reidstudio.config.LoraProjections;
import reidstudio.config.Precision;
import reidstudio.data.Modality;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/** A layer that works for one token gives that token, and teaches, what the whole layer does. */
class OneTokenLayerTest {
  private static final int ITEMS = 4;
  private static final int TOKENS = 6;
  private static final int WIDTH = 32;
  private static final int HEADS = 2;
  private static final int[] LENGTHS = {6, 3, 1, 4};

  private final Random random = new Random(5);
  private OperatorPack pack;
  private NDManager scope;
  private ParameterFactory make;
  private NDArray tokens;
  private NDArray present;

  /** Which layer, and which of its tokens is read. */
  private enum Kind {
    PLAIN,
    MASKED,
    CAUSAL_LAST,
    ADAPTED_MLP,
    ADAPTED_ALL
  }

  /** The same layer twice. */
  private record Pair(Function<NDArray, NDArray> all, Function<NDArray, NDArray> one) {}

  static Stream<Arguments> layers() {
    return Stream.of(Kind.values())
        .flatMap(
            kind -> Stream.of(Precision.values()).map(precision -> Arguments.of(kind, precision)));
  }

  @BeforeEach
  void build() {
    pack = OperatorPack.load(Device.cpu());
    scope = pack.manager().newSubManager();
    make = new ParameterFactory(scope, 3);
    tokens = numbers(1, ITEMS, TOKENS, WIDTH);
    tokens.setRequiresGradient(true);
    float[] mask = new float[ITEMS * TOKENS];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = i % TOKENS < LENGTHS[i / TOKENS] ? 1 : 0;
    }
    present = scope.create(mask, new Shape(ITEMS, TOKENS));
  }

  @AfterEach
  void close() {
    scope.close();
    pack.close();
  }

  @ParameterizedTest
  @MethodSource("layers")
  void itIsTheWholeLayersToken(Kind kind, Precision precision) {
    // bf16 has 8 bits, and sums of gradients are rounded at other places
    double same = precision == Precision.BF16 ? 0.02 : 1e-5;
    Pair layer = layer(kind, precision);
    vary();
    NDArray weights = numbers(1, ITEMS, WIDTH);
    NDArray spread = scope.zeros(new Shape(ITEMS, TOKENS, WIDTH));
    int[] read = new int[ITEMS];
    for (int i = 0; i < ITEMS; i++) {
      read[i] = kind == Kind.CAUSAL_LAST ? LENGTHS[i] - 1 : 0;
      spread.set(new NDIndex(i + "," + read[i]), weights.get(i));
    }
    float[] one = layer.one().apply(tokens).toFloatArray();
    NDArray whole = layer.all().apply(tokens);
    for (int i = 0; i < ITEMS; i++) {
      float[] row = Arrays.copyOfRange(one, i * WIDTH, (i + 1) * WIDTH);
      assertThat(TinyClip.distance(row, whole.get(i, read[i]).toFloatArray())).isLessThan(same);
    }
    Map<String, float[]> expected = gradients(layer.all(), spread);
    gradients(layer.one(), weights)
        .forEach(
            (name, gradient) ->
                assertThat(TinyClip.distance(gradient, expected.get(name)))
                    .as(name)
                    .isLessThan(same));
  }

  private Pair layer(Kind kind, Precision precision) {
    LayerSpec spec = new LayerSpec(WIDTH, HEADS, 1, kind == Kind.CAUSAL_LAST, precision);
    LoraProjections projections =
        kind == Kind.ADAPTED_ALL ? LoraProjections.ALL : LoraProjections.MLP;
    if (kind == Kind.ADAPTED_MLP || kind == Kind.ADAPTED_ALL) {
      LoraConfig lora = new LoraConfig(3, 2, 1, projections, false);
      AdaptedLayer layer = new AdaptedLayer(pack, make, "layer", spec, lora);
      ModalityRows rows =
          new ModalityRows(
              List.of(Modality.VIS, Modality.SK), scope.create(new long[] {1, ITEMS - 1}));
      return new Pair(x -> layer.forward(x, rows), x -> layer.first(x, rows));
    }
    TransformerLayer layer = new TransformerLayer(pack, make, "layer", Role.ENCODER, spec);
    ModalityRows none = new ModalityRows(List.of(), scope.create(new long[0]));
    return switch (kind) {
      case PLAIN -> new Pair(layer::forward, x -> layer.first(x, none));
      case MASKED -> new Pair(x -> layer.forward(x, present), x -> layer.first(x, present));
      default -> new Pair(layer::forward, x -> layer.last(x, present));
    };
  }

  /** Moves gains, biases and the adapters' B from where they start. */
  private void vary() {
    for (Parameter parameter : make.parameters()) {
      NDArray value = parameter.value();
      float[] moved = value.toFloatArray();
      for (int i = 0; i < moved.length; i++) {
        moved[i] += (float) (0.2 * random.nextGaussian());
      }
      value.set(moved);
    }
  }

  /** Of the sum of a layer's output by {@code weights}, by name; zeros where there is none. */
  private Map<String, float[]> gradients(Function<NDArray, NDArray> layer, NDArray weights) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    arrays.put("tokens", tokens);
    make.parameters().stream()
        .filter(p -> !p.name().contains(".lora_") || p.name().matches(".*\\.(vis|sk)\\..*"))
        .forEach(p -> arrays.put(p.name(), p.value()));
    try (GradientCollector collector = scope.getEngine().newGradientCollector()) {
      collector.backward(layer.apply(tokens).mul(weights).sum());
    }
    Map<String, float[]> gradients = new LinkedHashMap<>();
    arrays.forEach((name, array) -> gradients.put(name, array.getGradient().toFloatArray()));
    pack.run("zero_gradients", List.copyOf(arrays.values()));
    return gradients;
  }

  private NDArray numbers(double deviation, long... shape) {
    float[] values = new float[(int) new Shape(shape).size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return scope.create(values, new Shape(shape));
  }
}
