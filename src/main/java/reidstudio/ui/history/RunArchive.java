package reidstudio.ui.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import reidstudio.event.MetricKey;
import reidstudio.store.ImportedRun;
import reidstudio.store.OpenedRun;
import reidstudio.store.ReadingProgress;
import reidstudio.store.RunAbout;
import reidstudio.store.RunListing;
import reidstudio.store.RunTrace;

/** Stored runs; all methods read files and may take their time. */
public interface RunArchive {
  /**
   * The runs that this program keeps, newest first.
   *
   * @throws IOException with a sentence for the user
   */
  List<RunListing> list() throws IOException;

  /**
   * Reads the run in {@code folder}, which may lie anywhere.
   *
   * @throws IOException with a sentence for the user
   */
  RunTrace open(Path folder) throws IOException;

  /**
   * As {@link #open}, and reads on while another process writes the run, until it is closed.
   *
   * @throws IOException with a sentence for the user
   */
  OpenedRun follow(Path folder) throws IOException;

  /**
   * As {@link #follow(Path)}, with some of its metrics.
   *
   * @param wanted the metrics to keep in memory
   * @throws java.io.InterruptedIOException if {@code progress} ended the reading
   * @throws IOException with a sentence for the user
   */
  OpenedRun follow(Path folder, Predicate<MetricKey> wanted, ReadingProgress progress)
      throws IOException;

  /**
   * Says something else of the run in {@code folder}.
   *
   * @return what is said now
   * @throws IOException with a sentence for the user; then nothing has changed
   */
  RunAbout describe(Path folder, UnaryOperator<RunAbout> change) throws IOException;

  /**
   * How many bytes {@link #remove} would free.
   *
   * @throws IOException with a sentence for the user
   */
  long size(Path folder) throws IOException;

  /**
   * Removes the run in {@code folder} from the disk for good.
   *
   * @throws IOException with a sentence for the user
   */
  void remove(Path folder) throws IOException;

  /**
   * Reads the log of another program and follows it until the run is closed.
   *
   * @throws IOException with a sentence for the user
   */
  ImportedRun openLog(Path log) throws IOException;
}
