package reidstudio.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.config.RunConfig;
import reidstudio.store.LogOpener;
import reidstudio.store.RunAboutFile;
import reidstudio.store.RunCatalog;
import reidstudio.store.RunFolder;
import reidstudio.store.RunOpener;
import reidstudio.store.RunReader;
import reidstudio.store.RunRemoval;
import reidstudio.store.RunStore;
import reidstudio.store.RunTrace;
import reidstudio.ui.history.FolderArchive;

class StoreTracesTest {
  @TempDir private Path runs;

  @Test
  void thereIsNoRunBeforeTheFirst() throws IOException {
    try (RunStore store = new RunStore(runs, Clock.systemUTC())) {
      StoreTraces traces = new StoreTraces(store);
      assertThat(traces.current()).isEmpty();
      assertThat(traces.idle().run()).isEmpty();
      RunFolder folder = store.create(RunConfig.defaults(), Optional.empty());
      assertThat(traces.current().map(RunTrace::run)).contains(folder.run());
    }
  }

  @Test
  void theArchiveListsAndOpensWhatTheStoreWrote() throws IOException {
    RunFolder folder;
    try (RunStore store = new RunStore(runs, Clock.systemUTC())) {
      folder = store.create(RunConfig.defaults(), Optional.empty());
    }
    FolderArchive archive =
        new FolderArchive(
            new RunCatalog(),
            new RunReader(),
            new RunOpener(),
            new RunAboutFile(),
            new RunRemoval(),
            new LogOpener(UnaryOperator.identity(), ZoneOffset.UTC),
            runs);
    assertThat(archive.list()).hasSize(1);
    assertThat(archive.open(folder.path()).run()).isEqualTo(folder.run());
  }
}
