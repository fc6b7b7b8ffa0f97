package reidstudio.app;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.cli.StudioWindow;
import reidstudio.config.StudioHome;
import reidstudio.data.audit.FolderVerifier;
import reidstudio.store.RunAboutFile;
import reidstudio.store.RunCatalog;
import reidstudio.store.RunReader;
import reidstudio.store.RunRemoval;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.StoreTraces;
import reidstudio.ui.history.FolderArchive;
import reidstudio.ui.shell.StudioPorts;

/** Opens the window over a {@link Studio}, waits until it is closed, and closes the rest. */
public final class WindowLauncher implements StudioWindow {
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
    CompletableFuture<Void> closed = new CompletableFuture<>();
    ExecutorService io = Executors.newCachedThreadPool(WindowLauncher::ioThread);
    // JavaFX begins beside the rest, whose logger takes a while
    Future<?> started = io.submit(() -> Platform.startup(() -> {}));
    try (Studio studio = new Studio(home, Clock.system(ZoneId.systemDefault()))) {
      Runtime.getRuntime().addShutdownHook(new Thread(studio::close, "studio-shutdown"));
      started.get();
      Platform.runLater(() -> open(studio, io, closed));
      closed.get();
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NO_WINDOW;
    } catch (ExecutionException e) {
      return refuse(e.getCause());
    } catch (RuntimeException | LinkageError e) {
      return refuse(e);
    } finally {
      io.shutdownNow();
    }
  }

  /** A window that fails to open counts as closed, or the program would wait for it for ever. */
  private static void open(Studio studio, ExecutorService io, CompletableFuture<Void> closed) {
    try {
      show(studio, io, closed);
    } catch (RuntimeException | LinkageError e) {
      closed.completeExceptionally(e);
    }
  }

  private static void show(Studio studio, ExecutorService io, CompletableFuture<Void> closed) {
    var window =
        new reidstudio.ui.shell.StudioWindow(ports(studio, io), Language.of(Locale.getDefault()));
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, problem) -> {
          log().error("uncaught in {}", thread.getName(), problem);
          window.uncaught(problem);
        });
    Stage stage = new Stage();
    stage.setOnHidden(hidden -> closed.complete(null));
    window.show(stage);
    tellTimes(window, new StartTimes(io));
  }

  private static void tellTimes(reidstudio.ui.shell.StudioWindow window, StartTimes times) {
    times.reached("window shown");
    window
        .canStart()
        .subscribe(
            can -> {
              if (can) {
                times.reached("start possible");
              }
            });
  }

  /** What the window gets to see of {@code studio}. */
  static StudioPorts ports(Studio studio, Executor io) {
    return new StudioPorts(
        studio.control(),
        studio.datasets(),
        new FolderVerifier(),
        new StoreTraces(studio.store()),
        new FolderArchive(
            new RunCatalog(),
            new RunReader(),
            studio.runs(),
            new RunAboutFile(),
            new RunRemoval(),
            studio.logs(),
            studio.home().runs()),
        studio.home(),
        new SystemFolders(),
        new SystemColours(),
        io,
        ZoneId.systemDefault(),
        version());
  }

  /** Asked for when needed, so that the first logger is not made before JavaFX has begun. */
  private static Logger log() {
    return LoggerFactory.getLogger(WindowLauncher.class);
  }

  private static String version() {
    String version = WindowLauncher.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private int refuse(Throwable failure) {
    // no louder, since the sentence goes to the same place
    log().info("the window cannot open", failure);
    return refuse(missingDesktop.afterFailure(failure));
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
