package reidstudio.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import reidstudio.batch.BatchAssembler;
import reidstudio.batch.HostBatch;
import reidstudio.batch.PictureReader;
import reidstudio.config.RunConfig;
import reidstudio.data.Dataset;
import reidstudio.data.text.Tokenizer;
import reidstudio.diagnostic.FreshStart;
import reidstudio.sampler.BatchSampler;
import reidstudio.sampler.IdentityIndex;
import reidstudio.sampler.SamplerChoice;
import reidstudio.sampler.SamplerException;
import reidstudio.tensor.OperatorPack;

/** What a session's configuration begins with, from any seed. */
record SeededStart(
    OperatorPack pack,
    RunConfig config,
    Dataset dataset,
    PictureReader pictures,
    Tokenizer tokenizer)
    implements FreshStart {
  @Override
  public Start with(long seed) {
    RunConfig seeded = config.withSeed(seed);
    try {
      BatchSampler sampler =
          SamplerChoice.of(IdentityIndex.of(dataset.trainItems()), config.sampler(), seed)
              .sampler();
      BatchAssembler assembler =
          new BatchAssembler(dataset.trainItems(), pictures, tokenizer, seeded);
      ModelStart start = ModelStart.of(pack, seeded, dataset.trainIdentities(), tokenizer.size());
      return new Start(start.model(), number -> batch(sampler, assembler, number));
    } catch (IOException | SamplerException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static HostBatch batch(BatchSampler sampler, BatchAssembler assembler, int number) {
    int epoch = number / sampler.size();
    List<int[]> plans = sampler.epoch(epoch);
    int place = number % sampler.size();
    try {
      return assembler.assemble(plans.get(place), epoch + 1, place);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
