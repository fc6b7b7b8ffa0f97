package reidstudio.ui.shell;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.stage.WindowEvent;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.ui.common.RunInView;
import reidstudio.ui.common.Widgets;
import reidstudio.ui.run.RunViewModel;

/**
 * Keeps the window from closing over a run that goes on: asks, stops the run, and closes once it
 * has ended. The JavaFX thread never waits.
 */
final class CloseGuard {
  private static final double TEXT_WIDTH = 380;

  private final RunViewModel run;
  private final Sheet sheet;
  private final Widgets widgets;
  private final Runnable close;
  private boolean closing;

  CloseGuard(RunViewModel run, RunInView runs, Sheet sheet, Widgets widgets, Runnable close) {
    this.run = run;
    this.sheet = sheet;
    this.widgets = widgets;
    this.close = close;
    // after the view model, which was first to watch
    runs.watch(this::goOnClosing);
  }

  /** Takes a request of the system or the menu to close the window. */
  void requested(WindowEvent event) {
    if (run.activeProperty().get()) {
      event.consume();
      if (!closing) {
        ask();
      }
    }
  }

  private void ask() {
    Button keep = widgets.button("close.keep", Material2MZ.PLAY_ARROW, sheet::hide, Styles.ACCENT);
    keep.setId("keep-training");
    keep.setDefaultButton(true);
    keep.setCancelButton(true);
    Button stop =
        widgets.button(
            "close.stop", Material2MZ.STOP, this::stop, Styles.BUTTON_OUTLINED, Styles.DANGER);
    stop.setId("stop-and-close");
    sheet.ask("close.title", text("close.question"), keep, stop);
  }

  private void stop() {
    closing = true;
    Button now = widgets.button("close.now", Material2AL.CLOSE, close, Styles.BUTTON_OUTLINED);
    now.setId("close-now");
    ProgressBar waiting = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    waiting.setMaxWidth(Double.MAX_VALUE);
    VBox body = new VBox(text("close.waiting"), waiting);
    body.getStyleClass().add("sheet-body");
    sheet.ask("close.stopping", body, now);
    goOnClosing();
  }

  /** A run that is just starting may only be stopped a moment later. */
  private void goOnClosing() {
    if (!closing) {
      return;
    }
    if (!run.activeProperty().get()) {
      close.run();
    } else {
      run.stop();
    }
  }

  private Label text(String key) {
    Label label = widgets.label(key);
    label.setWrapText(true);
    label.setPrefWidth(TEXT_WIDTH);
    return label;
  }
}
