package reidstudio.ui.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import reidstudio.event.MetricKey;
import reidstudio.store.OpenedRun;
import reidstudio.store.ReadingProgress;

/** Opens a run folder with some of its metrics, and follows it while it is written. */
@FunctionalInterface
public interface RunFolderReader {
  /**
   * Reads on the thread of its caller.
   *
   * @throws java.io.InterruptedIOException if {@code progress} ended the reading
   * @throws IOException with a sentence for the user
   */
  OpenedRun open(Path folder, Predicate<MetricKey> wanted, ReadingProgress progress)
      throws IOException;
}
