package reidstudio.app;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.cli.StudioWindow;
import reidstudio.config.StudioHome;
import reidstudio.store.RunCatalog;
import reidstudio.store.RunReader;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.StoreTraces;
import reidstudio.ui.history.FolderArchive;
import reidstudio.ui.shell.StudioPorts;

/** Opens the window over a {@link Studio}, waits until it is closed, and closes the rest. */
public final class WindowLauncher implements StudioWindow {
  private static final Logger LOG = LoggerFactory.getLogger(WindowLauncher.class);
  private static final int NO_WINDOW = 1;

  private final MissingDesktop missingDesktop = new MissingDesktop();

  @Override
  public int open(StudioHome home) {
    Optional<String> missing = missingDesktop.beforeStart();
    if (missing.isPresent()) {
      return refuse(missing.get());
    }
    // JavaFX works from the class path and warns about it at every start.
    java.util.logging.Logger javafx = java.util.logging.Logger.getLogger("javafx");
    javafx.setLevel(java.util.logging.Level.SEVERE);
    CountDownLatch closed = new CountDownLatch(1);
    ExecutorService io = Executors.newCachedThreadPool(WindowLauncher::ioThread);
    try (Studio studio = new Studio(home, Clock.system(ZoneId.systemDefault()))) {
      Runtime.getRuntime().addShutdownHook(new Thread(studio::close, "studio-shutdown"));
      Platform.startup(() -> show(studio, io, closed));
      closed.await();
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NO_WINDOW;
    } catch (RuntimeException | LinkageError e) {
      LOG.info("the window cannot open", e);
      return refuse(missingDesktop.afterFailure(e));
    } finally {
      io.shutdownNow();
    }
  }

  private static void show(Studio studio, ExecutorService io, CountDownLatch closed) {
    var window =
        new reidstudio.ui.shell.StudioWindow(ports(studio, io), Language.of(Locale.getDefault()));
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, problem) -> {
          LOG.error("uncaught in {}", thread.getName(), problem);
          window.uncaught(problem);
        });
    Stage stage = new Stage();
    stage.setOnHidden(hidden -> closed.countDown());
    window.show(stage);
  }

  /** What the window gets to see of {@code studio}. */
  static StudioPorts ports(Studio studio, Executor io) {
    return new StudioPorts(
        studio.control(),
        studio.datasets(),
        new StoreTraces(studio.store()),
        new FolderArchive(new RunCatalog(), new RunReader(), studio.home().runs()),
        studio.home(),
        new SystemFolders(),
        io,
        ZoneId.systemDefault(),
        version());
  }

  private static String version() {
    String version = WindowLauncher.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static int refuse(String sentence) {
    System.err.println(sentence);
    return NO_WINDOW;
  }

  private static Thread ioThread(Runnable work) {
    Thread thread = new Thread(work, "window-io");
    thread.setDaemon(true);
    return thread;
  }
}
