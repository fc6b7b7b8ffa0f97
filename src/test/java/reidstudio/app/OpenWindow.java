package reidstudio.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import reidstudio.config.StudioHome;
import reidstudio.data.demo.DemoSpec;
import reidstudio.ui.common.Language;
import reidstudio.ui.shell.StudioWindow;

/** The window of a test over the real engine; ends like the program, the window first. */
final class OpenWindow implements AutoCloseable {
  private static final long MILLIS = 20_000;

  private final ExecutorService io = Executors.newCachedThreadPool();
  private final Studio studio;
  private final StudioWindow window;
  private final Stage stage;

  /** Called on the JavaFX thread. */
  OpenWindow(Path home, DemoSpec demo, Stage stage) {
    this.stage = stage;
    studio = new Studio(new StudioHome(home), Clock.system(ZoneId.systemDefault()), demo);
    window = new StudioWindow(WindowLauncher.ports(studio, io), Language.ENGLISH);
    stage.setWidth(1280);
    stage.setHeight(720);
    window.show(stage);
  }

  Studio studio() {
    return studio;
  }

  StudioWindow window() {
    return window;
  }

  @Override
  public void close() {
    WaitForAsyncUtils.waitForAsyncFx(MILLIS, stage::hide);
    studio.close();
    io.shutdownNow();
  }
}
