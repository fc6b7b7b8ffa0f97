package reidstudio.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.data.demo.DemoDataset;
import reidstudio.data.demo.DemoSpec;
import reidstudio.data.layout.DatasetReader;

/** A data set of a few people and a model that trains on it in moments. */
public final class SmallRun {
  /** Ten people to train on, three to test with. */
  public static final DemoSpec PEOPLE = new DemoSpec(10, 3, 3, 2, 2, 2, 48, 96, 7);

  /** As many people as a batch of the default settings takes. */
  public static final DemoSpec CROWD = new DemoSpec(16, 3, 3, 2, 2, 2, 48, 96, 7);

  private SmallRun() {}

  /** Writes the data set into {@code folder} and returns it. */
  public static Path data(Path folder) {
    try {
      DemoDataset.write(folder, PEOPLE, fraction -> {}, () -> false);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A configuration on {@code data}; further settings as key, value, key, value. */
  public static RunConfig config(Path data, String... settings) {
    Map<String, String> overrides = new LinkedHashMap<>();
    overrides.put("data.directory", data.toString());
    overrides.put("device", "cpu");
    overrides.put("epochs", "2");
    overrides.put("data.imageHeight", "48");
    overrides.put("data.imageWidth", "24");
    overrides.put("model.width", "32");
    overrides.put("model.heads", "2");
    overrides.put("model.imageLayers", "1");
    overrides.put("model.text.width", "32");
    overrides.put("model.text.heads", "2");
    overrides.put("model.text.layers", "1");
    overrides.put("model.embedding", "64");
    overrides.put("sampler.identities", "5");
    overrides.put("sampler.instances", "4");
    overrides.put("loss.sdm.weight", "0.5");
    overrides.put("evaluation.everyEpochs", "0");
    put(overrides, settings);
    return new RunConfigCodec().read(null, overrides, RunConfig.defaults());
  }

  /** A session on {@code data}. */
  public static TrainingSession session(Path data, String... settings) {
    return session(config(data, settings));
  }

  /** A session of {@code config} on its data. */
  public static TrainingSession session(RunConfig config) {
    try {
      Path data = Path.of(config.data().directory());
      return new TrainingSession(config, DatasetReader.ofAllLayouts().open(data));
    } catch (IOException | reidstudio.sampler.SamplerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For {@link MadeUpBatches}; further settings as key, value, key, value. */
  public static RunConfig tiny(String... settings) {
    Map<String, String> overrides = new LinkedHashMap<>();
    overrides.put("seed", "9");
    overrides.put("device", "cpu");
    overrides.put("data.imageHeight", "24");
    overrides.put("data.imageWidth", "24");
    overrides.put("data.captionTokens", "8");
    overrides.put("model.width", "16");
    overrides.put("model.heads", "2");
    overrides.put("model.imageLayers", "2");
    overrides.put("model.text.width", "16");
    overrides.put("model.text.heads", "2");
    overrides.put("model.text.layers", "1");
    overrides.put("model.embedding", "32");
    overrides.put("sampler.instances", "4");
    overrides.put("loss.sdm.weight", "0.5");
    put(overrides, settings);
    return new RunConfigCodec().read(null, overrides, RunConfig.defaults());
  }

  private static void put(Map<String, String> overrides, String... settings) {
    for (int i = 0; i < settings.length; i += 2) {
      overrides.put(settings[i], settings[i + 1]);
    }
  }
}
