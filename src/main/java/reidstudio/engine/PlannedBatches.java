package reidstudio.engine;

import java.io.IOException;
import reidstudio.batch.BatchAssembler;
import reidstudio.batch.PictureReader;
import reidstudio.config.RunConfig;
import reidstudio.data.Dataset;
import reidstudio.diagnostic.inspection.PlannedBatch;
import reidstudio.sampler.BatchSampler;
import reidstudio.sampler.IdentityIndex;
import reidstudio.sampler.SamplerChoice;
import reidstudio.sampler.SamplerException;

/**
 * The batches of a run by step. Plans and the variation of pictures are functions of seed, epoch
 * and number, so any step's batch can be made again, before and after it is trained.
 *
 * @param dataset that plans index into
 * @param sampler of the run
 * @param assembler of its batches
 * @param epochs of the run
 */
record PlannedBatches(Dataset dataset, BatchSampler sampler, BatchAssembler assembler, int epochs) {

  /**
   * Of a run without a model in memory.
   *
   * @throws IOException with one sentence if its vocabulary cannot be read, or no batch can be made
   */
  static PlannedBatches of(RunConfig config, Dataset dataset) throws IOException {
    try {
      SamplerChoice choice =
          SamplerChoice.of(IdentityIndex.of(dataset.trainItems()), config.sampler(), config.seed());
      BatchAssembler assembler =
          new BatchAssembler(
              dataset.trainItems(),
              new PictureReader(config.data()),
              CaptionReading.of(config.model().text(), dataset).tokenizer(),
              config);
      return new PlannedBatches(dataset, choice.sampler(), assembler, config.epochs());
    } catch (SamplerException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * The batch of a step, read on the calling thread.
   *
   * @throws IOException with one sentence if the run has no such step, or no batch can be read
   */
  PlannedBatch at(long step) throws IOException {
    int batches = sampler.size();
    long last = (long) batches * epochs;
    if (step < 1 || step > last) {
      throw new IOException("The run has the steps 1 to %d, and no step %d.".formatted(last, step));
    }
    int epoch = 1 + Math.toIntExact((step - 1) / batches);
    int number = Math.toIntExact((step - 1) % batches);
    int[] plan = sampler.epoch(epoch - 1).get(number);
    return new PlannedBatch(
        step, epoch, number, batches, plan, assembler.assemble(plan, epoch, number));
  }
}
