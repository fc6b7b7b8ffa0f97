package reidstudio.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import reidstudio.store.RunCatalog;
import reidstudio.store.RunListing;
import reidstudio.store.RunReader;
import reidstudio.store.RunTrace;
import reidstudio.ui.history.RunArchive;

/** Run folders as the window sees them. */
record StoreArchive(Path runs) implements RunArchive {
  @Override
  public List<RunListing> list() throws IOException {
    return new RunCatalog().list(runs);
  }

  @Override
  public RunTrace open(Path folder) throws IOException {
    return new RunReader().open(folder);
  }
}
