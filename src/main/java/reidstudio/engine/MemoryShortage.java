package reidstudio.engine;

import java.util.Locale;
import java.util.Optional;
import reidstudio.config.RunConfig;
import reidstudio.config.SamplerConfig;

/** Tells a lack of memory from other failures, and what would need less. */
final class MemoryShortage {
  private final RunConfig config;

  MemoryShortage(RunConfig config) {
    this.config = config;
  }

  /** A sentence with a proposal if {@code failure} says that the device's memory ran out. */
  Optional<String> sentence(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    boolean gpu = message.contains("cuda") && message.contains("out of memory");
    boolean cpu =
        message.contains("defaultcpuallocator") || message.contains("can't allocate memory");
    if (!gpu && !cpu) {
      return Optional.empty();
    }
    return Optional.of(
        "The "
            + (gpu ? "GPU's" : "computer's")
            + " memory ran out in a batch of "
            + config.sampler().batchSize()
            + " items; the step was not applied. "
            + proposal()
            + (gpu ? " Other programs on the same GPU take memory too." : ""));
  }

  /** Half the identities and twice the batches of an update keep the effective batch, or nearly. */
  private String proposal() {
    SamplerConfig sampler = config.sampler();
    if (sampler.identities() < 2) {
      return "Lower sampler.instances, data.imageHeight or data.imageWidth.";
    }
    return "Set sampler.identities=%d and optimizer.accumulation=%d, which makes an update of %d items."
        .formatted(
            sampler.identities() / 2,
            2 * config.optimizer().accumulation(),
            sampler.identities() / 2 * 2 * sampler.instances() * config.optimizer().accumulation());
  }
}
