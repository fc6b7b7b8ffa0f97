package reidstudio.diagnostic.sampling;

import java.util.Optional;
import reidstudio.config.SamplerConfig;
import reidstudio.diagnostic.finding.FindingBuilder;

/**
 * The setting that brings more pairs into a batch.
 *
 * @param key of it
 * @param value to try
 */
record BetterSampling(String key, String value) {
  private static final int INSTANCES = 4;

  /** Items before the sampler: with one item for each identity no sampler finds a pair. */
  static Optional<BetterSampling> of(SamplerConfig config) {
    if (config.instances() < 2) {
      return Optional.of(new BetterSampling("sampler.instances", Integer.toString(INSTANCES)));
    }
    return config.kind().bringsPairs()
        ? Optional.empty()
        : Optional.of(new BetterSampling("sampler.kind", "multi-modal-balanced"));
  }

  void propose(FindingBuilder finding) {
    finding.tryChange(key, value);
  }
}
