package reidstudio.event;

import reidstudio.config.RunConfig;

/**
 * What is known once data and model stand, before the first step.
 *
 * @param config the configuration, complete
 * @param classes C, training identities
 * @param items usable training items
 * @param skippedItems items that could not be used and are named in the data report
 * @param stepsPerEpoch batches of one epoch
 * @param batchSize items of a batch
 * @param parameters trainable numbers
 * @param device the device as a person would name it
 * @param sampler the sampler that is really used, and why if it is not the one asked for
 * @param ceChance ln C
 * @param ceFloor smallest cross-entropy that label smoothing allows
 * @param sdmForm as in the configuration, repeated because charts explain themselves with it
 */
public record RunFacts(
    RunConfig config,
    int classes,
    int items,
    int skippedItems,
    int stepsPerEpoch,
    int batchSize,
    long parameters,
    String device,
    String sampler,
    double ceChance,
    double ceFloor,
    String sdmForm) {
  /** Steps of the whole run. */
  public long totalSteps() {
    return (long) stepsPerEpoch * config.epochs();
  }
}
