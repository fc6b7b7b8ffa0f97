package reidstudio.command;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;

/**
 * Looks at data folders and makes the demo set, on threads of its own. A future ends exceptionally
 * with an {@link java.io.IOException} whose message is one sentence for the user.
 */
public interface Datasets {
  /**
   * Reads a folder's annotations and counts what is in it. Cancelling the future stops the work.
   */
  CompletableFuture<DatasetSummary> inspect(Path folder);

  /**
   * Makes the demo set if it is not there yet.
   *
   * @param progress called with 0 to 1 on a working thread
   */
  CompletableFuture<DatasetSummary> demo(DoubleConsumer progress);
}
