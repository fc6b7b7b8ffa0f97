package reidstudio.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import reidstudio.config.RunConfig;
import reidstudio.data.Dataset;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.data.ProgressListener;
import reidstudio.data.TestSplit;
import reidstudio.data.layout.DatasetReader;
import reidstudio.sampler.BatchSampler;
import reidstudio.sampler.IdentityIndex;
import reidstudio.sampler.SamplerChoice;
import reidstudio.sampler.SamplerException;

/**
 * Times what a run does with a data folder before its first batch: reading it, planning an epoch.
 */
public final class IndexBench {
  private static final double NANOS = 1e9;

  /**
   * What was found, and how long it took.
   *
   * @param train items to train on, by modality
   * @param queries of the test split, all settings together
   * @param gallery pictures of the test split
   * @param readSeconds from the folder to items
   * @param sampler its name
   * @param batches of the epoch
   * @param planSeconds from items to the batches of an epoch
   */
  public record Result(
      Map<Modality, Long> train,
      int queries,
      int gallery,
      double readSeconds,
      String sampler,
      int batches,
      double planSeconds) {
    public Result {
      train = Map.copyOf(train);
    }
  }

  private final Path folder;
  private final RunConfig config;

  /** Over {@code folder}, with the sampler that {@code config} asks for. */
  public IndexBench(Path folder, RunConfig config) {
    this.folder = folder;
    this.config = config;
  }

  /**
   * Reads and plans once.
   *
   * @throws IOException with one sentence if the folder cannot be read or gives no batch
   */
  public Result round(ProgressListener progress) throws IOException {
    long start = System.nanoTime();
    Dataset dataset = DatasetReader.of(config.data()).open(folder, progress);
    long read = System.nanoTime();
    BatchSampler sampler = sampler(dataset);
    int batches = sampler.epoch(1).size();
    long planned = System.nanoTime();
    TestSplit test = dataset.test();
    return new Result(
        dataset.trainItems().stream()
            .collect(Collectors.groupingBy(Item::modality, Collectors.counting())),
        test.settings().stream().mapToInt(setting -> setting.queries().size()).sum(),
        test.gallery().size(),
        (read - start) / NANOS,
        sampler.getClass().getSimpleName(),
        batches,
        (planned - read) / NANOS);
  }

  private BatchSampler sampler(Dataset dataset) throws IOException {
    try {
      IdentityIndex index = IdentityIndex.of(dataset.trainItems());
      return SamplerChoice.of(index, config.sampler(), config.seed()).sampler();
    } catch (SamplerException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
