package reidstudio.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.data.Modality;
import reidstudio.tensor.OperatorPack;

/** A model of a few thousand weights, and inputs for it from a seeded generator. */
final class SmallModel implements AutoCloseable {
  static final int CLASSES = 5;
  static final int WORDS = 20;
  static final int HEIGHT = 24;
  static final int WIDTH = 24;

  final OperatorPack pack = OperatorPack.load(Device.cpu());
  final NDManager scope = pack.manager().newSubManager();
  final ReidModel model;

  SmallModel(long seed) {
    model = new ReidModel(pack, config(seed), CLASSES, WORDS);
  }

  static RunConfig config(long seed) {
    return new RunConfigCodec()
        .read(
            null,
            Map.ofEntries(
                Map.entry("seed", Long.toString(seed)),
                Map.entry("data.imageHeight", Integer.toString(HEIGHT)),
                Map.entry("data.imageWidth", Integer.toString(WIDTH)),
                Map.entry("data.captionTokens", "8"),
                Map.entry("model.width", "16"),
                Map.entry("model.heads", "2"),
                Map.entry("model.imageLayers", "2"),
                Map.entry("model.text.width", "16"),
                Map.entry("model.text.heads", "2"),
                Map.entry("model.text.layers", "2"),
                Map.entry("model.embedding", "16")),
            RunConfig.defaults());
  }

  /** Normal pixels of {@code count} pictures. */
  NDArray pixels(int count, long seed) {
    return scope.create(
        floats(count * 3 * HEIGHT * WIDTH, seed), new Shape(count, 3, HEIGHT, WIDTH));
  }

  static float[] floats(int count, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** Captions padded to the longest with {@code pad}. */
  ModelInput.Padded captions(int pad, int[]... rows) {
    int longest = 0;
    for (int[] row : rows) {
      longest = Math.max(longest, row.length);
    }
    long[] values = new long[rows.length * longest];
    float[] present = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      int[] row = rows[i / longest];
      boolean there = i % longest < row.length;
      values[i] = there ? row[i % longest] : pad;
      present[i] = there ? 1 : 0;
    }
    Shape shape = new Shape(rows.length, longest);
    return new ModelInput.Padded(
        List.of(rows), scope.create(values, shape), scope.create(present, shape));
  }

  ModelInput pictures(Modality modality, NDArray pixels) {
    return new ModelInput(Map.of(modality, pixels), Optional.empty(), Optional.empty(), 0);
  }

  ModelInput all(Map<Modality, NDArray> pixels, ModelInput.Padded text) {
    return new ModelInput(new EnumMap<>(pixels), Optional.of(text), Optional.empty(), 0);
  }

  float[] evaluated(ModelInput input, int row) {
    return model.evaluate(input).items_NxD().get(row).toFloatArray();
  }

  @Override
  public void close() {
    scope.close();
    model.close();
    pack.close();
  }
}
