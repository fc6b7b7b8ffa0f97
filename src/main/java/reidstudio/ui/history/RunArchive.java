package reidstudio.ui.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import reidstudio.store.ImportedRun;
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
   * Reads the log of another program and follows it until the run is closed.
   *
   * @throws IOException with a sentence for the user
   */
  ImportedRun openLog(Path log) throws IOException;
}
