package reidstudio.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import reidstudio.ui.common.Language;

/** The real window on a made-up program. */
final class WindowDriver {
  private static final int SECONDS = 20;

  /** Further charts come one in each frame. */
  private static final String LAST_CHART = "#chart-memory";

  private final StudioWindow window;
  private final Stage stage;
  private boolean complete;

  /** Called on the JavaFX thread. */
  WindowDriver(FakeStudio studio, Stage stage) {
    this.stage = stage;
    forgetTheLastLook();
    window = new StudioWindow(studio.ports(), Language.ENGLISH);
    stage.setWidth(1280);
    stage.setHeight(720);
    window.show(stage);
  }

  /** They come when the window has drawn a frame. */
  private void waitForCharts() {
    try {
      waitUntil(() -> ask(() -> window.root().lookup(".curves") != null));
    } catch (TimeoutException e) {
      throw new IllegalStateException("the window has no charts", e);
    }
  }

  private static void forgetTheLastLook() {
    try {
      Files.deleteIfExists(FakeStudio.HOME.resolve("window.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  StudioWindow window() {
    return window;
  }

  Stage stage() {
    return stage;
  }

  /** Runs {@code task} on the JavaFX thread and waits for it. */
  void on(Runnable task) {
    ask(
        () -> {
          task.run();
          return true;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  <T> T ask(Callable<T> question) {
    if (!complete) {
      complete = true;
      waitForCharts();
    }
    return WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, question);
  }

  /** Waits until the window has taken in what the traces tell now. */
  void pump() {
    on(window::refresh);
  }

  void turnTo(Page page) {
    ToggleButton button =
        find("#page-" + page.name().toLowerCase(java.util.Locale.ROOT), ToggleButton.class);
    on(button::fire);
  }

  /** Presses the button for further charts and waits until all are there, or gone. */
  void pressMoreCharts() throws TimeoutException {
    ToggleButton more = find("#more-charts", ToggleButton.class);
    on(more::fire);
    waitUntil(() -> ask(() -> more.isSelected() == (window.root().lookup(LAST_CHART) != null)));
  }

  <N extends Node> N find(String selector, Class<N> type) {
    return type.cast(ask(() -> window.root().lookup(selector)));
  }

  String text(String selector) {
    return ask(() -> ((Labeled) window.root().lookup(selector)).getText());
  }

  /** All texts of labels below the nodes that match. */
  List<String> texts(String selector) {
    return ask(
        () ->
            window.root().lookupAll(selector).stream()
                .flatMap(node -> node.lookupAll(".label").stream())
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList());
  }

  void waitUntil(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, condition);
  }
}
