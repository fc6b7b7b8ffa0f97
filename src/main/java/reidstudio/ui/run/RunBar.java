package reidstudio.ui.run;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.ui.common.Widgets;

/** Buttons, progress and the four figures that matter, in one line over the charts. */
public final class RunBar extends HBox {
  private final Widgets widgets;

  /**
   * Binds to {@code model}.
   *
   * @param title what the run in view is called
   */
  public RunBar(RunViewModel model, ObservableValue<String> title, Widgets widgets) {
    this.widgets = widgets;
    getStyleClass().add("run-bar");
    Button start = button("start", Material2MZ.PLAY_ARROW, model::start, model.canStartProperty());
    start.getStyleClass().addAll(Styles.ACCENT, "start");
    // a newcomer presses Enter: as long as nothing else was chosen, that starts
    model.canStartProperty().subscribe(may -> focusFirst(start, may));
    Button pause = button("pause", Material2MZ.PAUSE, model::pause, model.canPauseProperty());
    Button resume =
        button("resume", Material2MZ.PLAY_ARROW, model::resume, model.canResumeProperty());
    resume.getStyleClass().add(Styles.SUCCESS);
    resume.visibleProperty().bind(model.canResumeProperty());
    pause.visibleProperty().bind(resume.visibleProperty().not());
    Button stop = button("stop", Material2MZ.STOP, model::stop, model.canStopProperty());
    stop.getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.DANGER);
    HBox buttons = new HBox(start, new StackPane(pause, resume), stop);
    buttons.getStyleClass().add("run-buttons");
    RunProgress progress = new RunProgress(model.readoutProperty(), title, widgets);
    HBox.setHgrow(progress, Priority.ALWAYS);
    getChildren().addAll(buttons, progress, new RunFigures(model.readoutProperty(), widgets));
  }

  private void focusFirst(Button start, boolean may) {
    boolean untouched =
        getScene() == null || !(getScene().getFocusOwner() instanceof TextInputControl);
    if (may && untouched) {
      start.requestFocus();
    }
  }

  private Button button(String id, Ikon icon, Runnable action, ObservableValue<Boolean> legal) {
    Button button = widgets.button("run." + id, icon, action);
    button.setId(id);
    widgets.explain(button, "run." + id + ".help");
    button.disableProperty().bind(legal.map(may -> !may));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }
}
