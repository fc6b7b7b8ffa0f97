package reidstudio.command;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import reidstudio.config.LayoutChoice;

/**
 * Looks at data folders and makes the demo set, on threads of its own. A future ends exceptionally
 * with an {@link java.io.IOException} whose message is one sentence for the user.
 */
public interface Datasets {
  /**
   * Reads a folder's annotations and counts what is in it. Cancelling the future stops the work.
   */
  default CompletableFuture<DatasetSummary> inspect(Path folder) {
    return inspect(folder, LayoutChoice.AUTO, 1);
  }

  /** As {@link #inspect(Path)}, read as {@code layout} and one of its splits. */
  CompletableFuture<DatasetSummary> inspect(Path folder, LayoutChoice layout, int split);

  /**
   * Makes the demo set if it is not there yet.
   *
   * @param progress called with 0 to 1 on a working thread
   */
  CompletableFuture<DatasetSummary> demo(DoubleConsumer progress);
}
