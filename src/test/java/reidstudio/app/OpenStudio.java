package reidstudio.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reidstudio.Patience;
import reidstudio.command.RunControl;
import reidstudio.config.StudioHome;
import reidstudio.event.RunState;
import reidstudio.store.RunReader;
import reidstudio.store.RunStore;
import reidstudio.store.RunTrace;

/** Engine and store of a test, which may be closed and opened again like the program. */
final class OpenStudio implements BeforeEachCallback, AfterEachCallback {
  private final Supplier<Path> home;
  private Studio studio;

  /**
   * @param home where it keeps its runs
   */
  OpenStudio(Supplier<Path> home) {
    this.home = home;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    open();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }

  void open() {
    studio = new Studio(new StudioHome(home.get()), Clock.systemUTC());
  }

  void close() {
    studio.close();
  }

  RunControl control() {
    return studio.control();
  }

  RunStore store() {
    return studio.store();
  }

  /** The run that was started last. */
  RunTrace current() {
    return store().current();
  }

  /** The run that was started last, once it has ended and its files say so too. */
  RunTrace ended() {
    Patience.until(
        "the run has ended", () -> current().state().filter(RunState::isTerminal).isPresent());
    RunTrace ended = current();
    if (ended.folder().isPresent()) {
      Path run = ended.folder().get();
      Patience.until(
          "the run's files say that it has ended",
          () -> new RunReader().open(run).state().equals(ended.state()));
    }
    return ended;
  }
}
