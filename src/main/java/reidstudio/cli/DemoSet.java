package reidstudio.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import reidstudio.command.DatasetSummary;
import reidstudio.command.Datasets;
import reidstudio.config.RunConfig;

/** The demo set, which is made where a verb needs it and it is not there. */
final class DemoSet {
  private final Datasets datasets;
  private final Progress progress;

  DemoSet(Datasets datasets, Progress progress) {
    this.datasets = datasets;
    this.progress = progress;
  }

  /** Makes the demo set if {@code config} names no other. */
  void makeFor(RunConfig config, Interruption interruption)
      throws IOException, InterruptedException {
    if (config.data().directory().isEmpty()) {
      make(interruption);
    }
  }

  /** Makes the demo set if it is not there yet. */
  DatasetSummary make(Interruption interruption) throws IOException, InterruptedException {
    AtomicReference<Double> share = new AtomicReference<>();
    CompletableFuture<DatasetSummary> work = datasets.demo(share::set);
    return progress.await(work, () -> text(share.get()), interruption);
  }

  /** Nothing is said of a set that is there already. */
  private static String text(Double share) {
    return share == null
        ? ""
        : String.format(Locale.ROOT, "making the demo data set: %.0f %%", 100 * share);
  }
}
