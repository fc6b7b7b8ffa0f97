package reidstudio.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reidstudio.config.RunConfig;
import reidstudio.engine.device.DeviceProbe;
import reidstudio.engine.device.EngineStart;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.weights.SafetensorsWriter;

/**
 * Times the ranking and scoring of an evaluation: random features of the size of a benchmark, taken
 * in blocks of queries as they come from a model.
 *
 * <p>Thread: one at a time. Native memory: all of it until {@link #close}.
 */
public final class EvaluationBench implements AutoCloseable {
  private static final int BLOCK = 256;
  private static final double NANOS = 1e9;

  /**
   * What one pass over all queries took.
   *
   * @param seconds of ranking and scoring, the gallery's way to the device included
   * @param settings scores, in the order of the settings
   */
  public record Round(double seconds, List<SettingResult> settings) {
    public Round {
      settings = List.copyOf(settings);
    }
  }

  private final DeviceProbe.Found device;
  private final OperatorPack pack;
  private final BenchFeatures features;

  /** Loads {@code config}'s device. */
  public EvaluationBench(RunConfig config, BenchFeatures features) {
    this.device = new DeviceProbe().find(config.device());
    this.pack = new EngineStart().load(device, config.compute());
    this.features = features;
  }

  /** The device in words. */
  public String device() {
    return device.description();
  }

  /** Ranks and scores everything once. */
  public Round round() throws EvaluationException {
    List<BenchFeatures.Setting> settings = features.settings();
    long start = System.nanoTime();
    try (GalleryScoring scoring =
        new GalleryScoring(
            pack,
            features.gallery().rows(),
            features.gallery().identities(),
            settings.stream().map(BenchFeatures.Setting::name).toList())) {
      for (int setting = 0; setting < settings.size(); setting++) {
        add(scoring, setting, settings.get(setting).queries());
      }
      return new Round((System.nanoTime() - start) / NANOS, scoring.results());
    }
  }

  private static void add(GalleryScoring scoring, int setting, LabelledFeatures queries)
      throws EvaluationException {
    for (int from = 0; from < queries.rows().length; from += BLOCK) {
      int to = Math.min(queries.rows().length, from + BLOCK);
      scoring.add(
          setting,
          Arrays.copyOfRange(queries.rows(), from, to),
          Arrays.copyOfRange(queries.identities(), from, to));
    }
  }

  /** Writes all features in the form of {@link CollectedFeatures}, for another program to rank. */
  public void export(Path file) throws IOException {
    try (NDManager scope = pack.manager().newSubManager();
        FileChannel out =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
      Map<String, NDArray> arrays = new LinkedHashMap<>();
      put(scope, arrays, FeatureSink.GALLERY, features.gallery());
      for (BenchFeatures.Setting setting : features.settings()) {
        put(scope, arrays, FeatureName.of(setting.name()), setting.queries());
      }
      new SafetensorsWriter().write(out, arrays, Map.of("format", "pt"));
    }
  }

  private static void put(
      NDManager scope, Map<String, NDArray> arrays, String name, LabelledFeatures set) {
    int width = set.rows()[0].length;
    float[] flat = new float[set.rows().length * width];
    float[] labels = new float[set.rows().length];
    for (int row = 0; row < labels.length; row++) {
      System.arraycopy(set.rows()[row], 0, flat, row * width, width);
      labels[row] = set.identities()[row];
    }
    arrays.put(name, scope.create(flat, new Shape(labels.length, width)));
    arrays.put(name + FeatureName.LABELS, scope.create(labels));
  }

  @Override
  public void close() {
    pack.close();
  }
}
