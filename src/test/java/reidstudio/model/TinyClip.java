package reidstudio.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.data.Modality;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter;

/** A model in CLIP's form, small but with heads 64 wide, whose gains and biases are not plain. */
final class TinyClip implements AutoCloseable {
  static final int CLASSES = 5;
  static final int WORDS = 50;
  static final int HEIGHT = 32;
  static final int WIDTH = 16;
  static final int EMBEDDING = 64;

  /** Start token, words, end token. */
  static final int[] CAPTION = {48, 7, 31, 7, 12, 49};

  final OperatorPack pack;
  final NDManager scope;
  final RunConfig config;
  final ReidModel model;

  /** A model of its own; further settings as key, value, key, value. */
  TinyClip(String... settings) {
    this(OperatorPack.load(Device.cpu()), settings);
  }

  private TinyClip(OperatorPack pack, String... settings) {
    this.pack = pack;
    scope = pack.manager().newSubManager();
    config = config(settings);
    model = new ReidModel(pack, config, CLASSES, WORDS);
    vary(model);
  }

  static RunConfig config(String... settings) {
    Map<String, String> values = new HashMap<>();
    values.put("seed", "3");
    values.put("data.imageHeight", Integer.toString(HEIGHT));
    values.put("data.imageWidth", Integer.toString(WIDTH));
    values.put("data.captionTokens", "10");
    values.put("model.width", "128");
    values.put("model.heads", "2");
    values.put("model.imageLayers", "2");
    values.put("model.patch", "8");
    values.put("model.embedding", Integer.toString(EMBEDDING));
    values.put("model.text.kind", "clip");
    values.put("model.text.vocabulary", "tokenizer.json");
    values.put("model.text.width", "64");
    values.put("model.text.heads", "1");
    values.put("model.text.layers", "2");
    for (int i = 0; i < settings.length; i += 2) {
      values.put(settings[i], settings[i + 1]);
    }
    return new RunConfigCodec().read(null, values, RunConfig.defaults());
  }

  /** Moves all vectors (gains, biases, class tokens) away from 0 and 1. */
  private static void vary(ReidModel model) {
    for (Parameter parameter : model.parameters()) {
      if (!parameter.decays()) {
        Random random = new Random(parameter.name().hashCode());
        float[] values = parameter.value().toFloatArray();
        for (int i = 0; i < values.length; i++) {
          values[i] += (float) (0.3 * random.nextGaussian());
        }
        parameter.value().set(values);
      }
    }
  }

  NDArray parameter(String name) {
    return model.parameters().stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name))
        .value();
  }

  /** The model's weights as a file of CLIP names them, with the patches of {@code modality}. */
  Function<String, float[]> weights(Modality modality) {
    Map<String, NDArray> state = model.state();
    String start = "visual." + modality.word() + ".";
    return name -> {
      String own = name.replaceFirst("^visual\\.", start);
      return state.getOrDefault(own, state.get(name)).toFloatArray();
    };
  }

  static float[][][] picture(long seed) {
    Random random = new Random(seed);
    float[][][] pixels = new float[3][HEIGHT][WIDTH];
    for (float[][] colour : pixels) {
      for (float[] row : colour) {
        for (int x = 0; x < WIDTH; x++) {
          row[x] = (float) random.nextGaussian();
        }
      }
    }
    return pixels;
  }

  /** Pictures by modality, one after the other. */
  ModelInput pictures(Modality modality, long... seeds) {
    return pictures(Map.of(modality, seeds));
  }

  ModelInput pictures(Map<Modality, long[]> seeds) {
    Map<Modality, NDArray> pixels = new EnumMap<>(Modality.class);
    seeds.forEach((modality, each) -> pixels.put(modality, pixels(each)));
    return new ModelInput(pixels, Optional.empty(), Optional.empty(), 0);
  }

  NDArray pixels(long... seeds) {
    int size = 3 * HEIGHT * WIDTH;
    float[] flat = new float[seeds.length * size];
    for (int i = 0; i < seeds.length; i++) {
      float[][][] picture = picture(seeds[i]);
      for (int row = 0; row < 3 * HEIGHT; row++) {
        int at = i * size + row * WIDTH;
        System.arraycopy(picture[row / HEIGHT][row % HEIGHT], 0, flat, at, WIDTH);
      }
    }
    return scope.create(flat, new Shape(seeds.length, 3, HEIGHT, WIDTH));
  }

  ModelInput captions(int[]... captions) {
    ModelInput.Padded padded = ModelInput.Padded.of(scope, List.of(captions));
    return new ModelInput(Map.of(), Optional.of(padded), Optional.empty(), 0);
  }

  /** Feature of item {@code row} in evaluation. */
  float[] feature(ModelInput input, int row) {
    return model.evaluate(input).items_NxD().get(row).toFloatArray();
  }

  /** Length of the difference as a share of the length of {@code expected}. */
  static double distance(float[] actual, float[] expected) {
    double difference = 0;
    double length = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += Math.pow((double) actual[i] - expected[i], 2);
      length += Math.pow(expected[i], 2);
    }
    return Math.sqrt(difference / length);
  }

  static double cosine(float[] a, float[] b) {
    double product = 0;
    double squares = 0;
    double others = 0;
    for (int i = 0; i < a.length; i++) {
      product += (double) a[i] * b[i];
      squares += (double) a[i] * a[i];
      others += (double) b[i] * b[i];
    }
    return product / Math.sqrt(squares * others);
  }

  @Override
  public void close() {
    scope.close();
    model.close();
    pack.close();
  }
}
