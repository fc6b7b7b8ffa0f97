package reidstudio.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.config.Recipe;
import reidstudio.config.RunConfig;
import reidstudio.engine.EndedRun;
import reidstudio.engine.RunFolders;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent.DiagnosisFinished;
import reidstudio.event.TrainingEvent.Evaluated;
import reidstudio.store.ReopenedRun;
import reidstudio.store.RunStore;

/** The run folders of {@code store}, as the engine asks for them. */
record StoreFolders(RunStore store) implements RunFolders {
  private static final Logger LOG = LoggerFactory.getLogger(StoreFolders.class);

  @Override
  public Path create(RunConfig config, Optional<Path> wanted, Optional<Recipe> recipe)
      throws IOException {
    return store.create(config, wanted, recipe).path();
  }

  @Override
  public EndedRun reopen(Path folder) throws IOException {
    return new Ended(store.reopen(folder));
  }

  private record Ended(ReopenedRun run) implements EndedRun {
    @Override
    public Path folder() {
      return run.folder().path();
    }

    @Override
    public RunConfig config() {
      return run.config();
    }

    @Override
    public Optional<RunState> state() {
      return run.state();
    }

    @Override
    public Set<Long> nonFiniteSteps() {
      return run.nonFiniteSteps();
    }

    @Override
    public void goOn(RunConfig config, long step) throws IOException {
      run.goOn(config, step);
    }

    @Override
    public void record(Evaluated event) throws IOException {
      run.record(event);
    }

    @Override
    public void record(DiagnosisFinished event, long step) throws IOException {
      run.record(event, step);
    }

    @Override
    public void close() {
      try {
        run.close();
      } catch (IOException e) {
        LOG.warn("the lock of {} was not let go of", run.folder().path(), e);
      }
    }
  }
}
