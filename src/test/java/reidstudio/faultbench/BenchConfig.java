package reidstudio.faultbench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;

/** Settings of the bench: a model that trains a few hundred steps in seconds. */
final class BenchConfig {
  private BenchConfig() {}

  /** On {@code data} from {@code seed}; further settings as key, value, key, value. */
  static RunConfig of(Path data, long seed, String... settings) {
    Map<String, String> overrides = new LinkedHashMap<>();
    overrides.put("data.directory", data.toString());
    overrides.put("seed", Long.toString(seed));
    overrides.put("device", "cpu");
    overrides.put("epochs", "12");
    overrides.put("data.imageHeight", "48");
    overrides.put("data.imageWidth", "24");
    overrides.put("model.width", "32");
    overrides.put("model.heads", "2");
    overrides.put("model.imageLayers", "1");
    overrides.put("model.text.width", "32");
    overrides.put("model.text.heads", "2");
    overrides.put("model.text.layers", "1");
    overrides.put("model.embedding", "128");
    overrides.put("sampler.identities", "8");
    overrides.put("sampler.instances", "4");
    overrides.put("loss.sdm.weight", "0.5");
    overrides.put("checkpoint.everyEpochs", "0");
    overrides.put("checkpoint.best", "false");
    overrides.put("evaluation.everyEpochs", "0");
    for (int i = 0; i < settings.length; i += 2) {
      overrides.put(settings[i], settings[i + 1]);
    }
    return new RunConfigCodec().read(null, overrides, RunConfig.defaults());
  }
}
