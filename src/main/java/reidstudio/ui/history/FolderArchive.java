package reidstudio.ui.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import reidstudio.store.ImportedRun;
import reidstudio.store.LogOpener;
import reidstudio.store.RunCatalog;
import reidstudio.store.RunListing;
import reidstudio.store.RunReader;
import reidstudio.store.RunTrace;

/**
 * The runs in a folder.
 *
 * @param runs holds one folder for each run; need not exist yet
 */
public record FolderArchive(RunCatalog catalog, RunReader reader, LogOpener logs, Path runs)
    implements RunArchive {
  @Override
  public List<RunListing> list() throws IOException {
    return catalog.list(runs);
  }

  @Override
  public RunTrace open(Path folder) throws IOException {
    return reader.open(folder);
  }

  @Override
  public ImportedRun openLog(Path log) throws IOException {
    return logs.open(log, true);
  }
}
