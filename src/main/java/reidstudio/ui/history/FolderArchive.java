package reidstudio.ui.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import reidstudio.event.MetricKey;
import reidstudio.store.ImportedRun;
import reidstudio.store.LogOpener;
import reidstudio.store.OpenedRun;
import reidstudio.store.ReadingProgress;
import reidstudio.store.RunAbout;
import reidstudio.store.RunAboutFile;
import reidstudio.store.RunCatalog;
import reidstudio.store.RunListing;
import reidstudio.store.RunOpener;
import reidstudio.store.RunReader;
import reidstudio.store.RunRemoval;
import reidstudio.store.RunTrace;

/**
 * The runs in a folder.
 *
 * @param runs holds one folder for each run; need not exist yet
 */
public record FolderArchive(
    RunCatalog catalog,
    RunReader reader,
    RunOpener opener,
    RunAboutFile abouts,
    RunRemoval removal,
    LogOpener logs,
    Path runs)
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
  public OpenedRun follow(Path folder) throws IOException {
    return opener.open(folder);
  }

  @Override
  public OpenedRun follow(Path folder, Predicate<MetricKey> wanted, ReadingProgress progress)
      throws IOException {
    return opener.open(folder, wanted, progress);
  }

  @Override
  public RunAbout describe(Path folder, UnaryOperator<RunAbout> change) throws IOException {
    return abouts.change(folder, change);
  }

  @Override
  public long size(Path folder) throws IOException {
    return removal.size(folder);
  }

  @Override
  public void remove(Path folder) throws IOException {
    removal.remove(folder);
  }

  @Override
  public ImportedRun openLog(Path log) throws IOException {
    return logs.open(log, true);
  }
}
