package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;

/**
 * Does memory grow without end? Heap, caches and the allocator fill up in the first hundreds of
 * steps; a leak adds about as much in every later window as in the one before.
 */
final class MemoryGrowth implements Rule {
  private static final int WINDOW = 200;
  private static final int WINDOWS = 5;

  /** Windows at the start in which everything fills up. */
  private static final int SETTLING = 2;

  /** Growth over all windows together (SageMaker's GPUMemoryIncrease). */
  private static final double GROWTH = 1.10;

  /** No single window may have brought more than this share of the growth. */
  private static final double STEADY = 0.5;

  /** By then nearly every picture has been decoded that the cache has room for. */
  private static final int EPOCHS_OF_FILLING = 2;

  private final Windows memory = new Windows(WINDOW);
  private long step;
  private int epoch;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    step = metrics.step();
    epoch = metrics.epoch();
    memory.add(metrics.value(MetricKey.MEMORY));
  }

  /** A cache of some GiB takes thousands of small batches to fill. */
  private boolean cacheMayFill(RunProfile known) {
    int cache = known.config().map(config -> config.data().cacheMebibytes()).orElse(0);
    return epoch <= EPOCHS_OF_FILLING && memory.back(0) - memory.first() < cache;
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (memory.count() <= SETTLING + WINDOWS) {
      return Optional.empty();
    }
    double grown = memory.back(0) - memory.back(WINDOWS);
    for (int back = 0; back < WINDOWS; back++) {
      double added = memory.back(back) - memory.back(back + 1);
      if (added <= 0 || added > STEADY * grown) {
        return Optional.empty();
      }
    }
    if (memory.back(0) < GROWTH * memory.back(WINDOWS) || cacheMayFill(known)) {
      return Optional.empty();
    }
    return Optional.of(
        new FindingBuilder(Fault.MEMORY_GROWS)
            .certainty(Certainty.LIKELY)
            .saw("memory of the process now, MiB", memory.back(0), "")
            .abnormalIf(true)
            .saw(
                "the same " + WINDOW * WINDOWS + " steps ago, MiB",
                memory.back(WINDOWS),
                "within 10 %")
            .during(MetricKey.MEMORY, Math.max(1, step - (long) WINDOW * WINDOWS + 1), step)
            .found(
                Severity.WARNING,
                "The memory of the process grows steadily.",
                "Stop with a checkpoint and continue before it runs out, and report it."));
  }
}
