package reidstudio.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.command.DatasetSummary;
import reidstudio.command.Datasets;
import reidstudio.config.DataConfig;
import reidstudio.config.LayoutChoice;
import reidstudio.data.Dataset;
import reidstudio.data.ProgressListener;
import reidstudio.data.demo.DemoDataset;
import reidstudio.data.demo.DemoSpec;
import reidstudio.data.layout.DatasetReader;

/** Reads data folders and makes the demo set, on a thread of its own. */
public final class DataFolders implements Datasets, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DataFolders.class);
  private static final long CLOSE_SECONDS = 10;

  private final Path demo;
  private final DemoSpec demoSpec;
  private final DatasetReader reader = DatasetReader.ofAllLayouts();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "data-folders");
            thread.setDaemon(true);
            return thread;
          });

  /** The demo set lies, or will lie, in {@code demo}. */
  public DataFolders(Path demo) {
    this(demo, DemoSpec.standard());
  }

  /** As {@link #DataFolders(Path)}, with another demo set. */
  public DataFolders(Path demo, DemoSpec demoSpec) {
    this.demo = demo;
    this.demoSpec = demoSpec;
  }

  /**
   * Reads the data of a configuration on the calling thread; makes the demo set if that is meant
   * and it is not there.
   *
   * @throws IOException with one sentence for the user
   */
  public Dataset open(DataConfig config, BooleanSupplier cancelled) throws IOException {
    if (config.directory().isBlank()) {
      return openDemo(fraction -> {}, cancelled);
    }
    return DatasetReader.of(config).open(Path.of(config.directory()), listener(cancelled));
  }

  @Override
  public CompletableFuture<DatasetSummary> inspect(Path folder, LayoutChoice layout, int split) {
    DatasetReader wanted = DatasetReader.of(layout, split);
    return work(cancelled -> wanted.open(folder, listener(cancelled)));
  }

  @Override
  public CompletableFuture<DatasetSummary> demo(DoubleConsumer progress) {
    return work(cancelled -> openDemo(progress, cancelled));
  }

  // Two threads may want the demo set at once: the engine and the window.
  private synchronized Dataset openDemo(DoubleConsumer progress, BooleanSupplier cancelled)
      throws IOException {
    if (!DemoDataset.isComplete(demo, demoSpec)) {
      DemoDataset.write(demo, demoSpec, progress, cancelled);
    }
    return reader.open(demo, listener(cancelled));
  }

  /** A read that can be cancelled. */
  @FunctionalInterface
  private interface Read {
    Dataset with(BooleanSupplier cancelled) throws IOException;
  }

  private CompletableFuture<DatasetSummary> work(Read read) {
    CompletableFuture<DatasetSummary> summary = new CompletableFuture<>();
    worker.execute(
        () -> {
          try {
            summary.complete(summaryOf(read.with(summary::isCancelled)));
          } catch (IOException | RuntimeException e) {
            summary.completeExceptionally(e);
          }
        });
    return summary;
  }

  private DatasetSummary summaryOf(Dataset dataset) {
    Map<String, Integer> items = new LinkedHashMap<>();
    dataset.trainCounts().forEach((modality, count) -> items.put(modality.word(), count));
    return new DatasetSummary(
        dataset.folder(),
        dataset.layout(),
        reader.recognise(dataset.folder()).map(DatasetReader.Recognition::why).orElse(""),
        dataset.trainIdentities(),
        dataset.testIdentities(),
        items,
        dataset.pairableIdentities(),
        dataset.report().skipped(),
        dataset.report().detailLines());
  }

  private static ProgressListener listener(BooleanSupplier cancelled) {
    return new ProgressListener() {
      @Override
      public void progress(int done, int total) {}

      @Override
      public boolean cancelled() {
        return cancelled.getAsBoolean();
      }
    };
  }

  @Override
  public void close() {
    worker.shutdownNow();
    try {
      // A demo set that is being made takes its half-made folder away before it ends.
      if (!worker.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("reading a data folder did not end in {} seconds", CLOSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
