package reidstudio.ui.retrieval;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** The button that has the run in view evaluated, and how far that is. */
final class EvaluateNowBar extends StackPane {
  EvaluateNowBar(EvaluateNowViewModel model, String id, Widgets widgets) {
    Messages messages = widgets.messages();
    Button now =
        widgets.button(
            "retrieval.now", Material2MZ.PLAY_CIRCLE_OUTLINE, model::evaluate, Styles.ACCENT);
    now.setId(id);
    now.disableProperty().bind(model.canEvaluateProperty().not());
    now.visibleProperty().bind(model.progressProperty().lessThan(0));
    Tooltip why = widgets.tooltip("retrieval.now.no-run");
    why.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.get(model.aboutProperty().get()),
                model.aboutProperty(),
                messages.languageProperty()));
    // a disabled button shows no tooltip
    Tooltip.install(this, why);
    now.accessibleHelpProperty().bind(why.textProperty());
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.progressProperty());
    bar.setPrefWidth(110);
    Label share = new Label();
    share
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    messages.get(
                        "retrieval.now.progress",
                        Math.round(100 * Math.max(0, model.progressProperty().get()))),
                model.progressProperty(),
                messages.languageProperty()));
    share.setMinWidth(Region.USE_PREF_SIZE);
    Button cancel =
        widgets.iconButton("common.cancel", Material2AL.CANCEL, model::cancel, Styles.SMALL);
    cancel.setId(id + "-cancel");
    cancel.visibleProperty().bind(model.canCancelProperty());
    cancel.managedProperty().bind(cancel.visibleProperty());
    HBox progress = new HBox(share, bar, cancel);
    progress.getStyleClass().add("busy-line");
    progress.setAlignment(Pos.CENTER_RIGHT);
    setAlignment(now, Pos.CENTER_RIGHT);
    progress.visibleProperty().bind(now.visibleProperty().not());
    setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(now, progress);
  }
}
