package reidstudio.diagnostic.sampling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.data.Dataset;
import reidstudio.data.Item;
import reidstudio.data.MadeUpDataset;
import reidstudio.diagnostic.Subject;
import reidstudio.sampler.IdentityIndex;
import reidstudio.sampler.SamplerChoice;
import reidstudio.sampler.SamplerException;

/** A subject that has data, a sampler and batches, and no model. */
final class SamplingSubject {
  private SamplingSubject() {}

  /** Settings as key, value, key, value. */
  static Subject of(List<Item> items, Subject.BatchLookup batches, String... settings)
      throws SamplerException {
    Map<String, String> overrides = new LinkedHashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      overrides.put(settings[i], settings[i + 1]);
    }
    RunConfig config = new RunConfigCodec().read(null, overrides, RunConfig.defaults());
    int people = 1 + items.stream().mapToInt(Item::label).max().orElse(-1);
    Dataset dataset = MadeUpDataset.of(items, people);
    SamplerChoice sampler =
        SamplerChoice.of(IdentityIndex.of(items), config.sampler(), config.seed());
    return new Subject(
        "a test",
        0,
        config,
        dataset,
        sampler,
        batches,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        OptionalDouble.empty(),
        null,
        Map::of);
  }
}
