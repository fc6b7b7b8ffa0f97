package reidstudio.ui.history;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Questions;
import reidstudio.ui.common.Widgets;

/** Whether runs are to be removed from the disk for good, and what that frees. */
final class RemovalQuestion {
  private static final double TEXT_WIDTH = 400;
  private static final double MEBIBYTE = 1 << 20;

  private final HistoryViewModel model;
  private final Questions questions;
  private final ErrorFunnel errors;
  private final Widgets widgets;
  private final Messages messages;

  RemovalQuestion(
      HistoryViewModel model, Questions questions, ErrorFunnel errors, Widgets widgets) {
    this.model = model;
    this.questions = questions;
    this.errors = errors;
    this.widgets = widgets;
    this.messages = widgets.messages();
  }

  /** Asks, and removes {@code runs} if the answer is yes. */
  void ask(List<RunItem> runs) {
    String name = runs.get(0).now().title();
    Label what = text(messages.get("history.remove.question", runs.size(), name));
    Label size = text(messages.get("history.remove.measuring"));
    size.setId("removal-size");
    size.getStyleClass().add(Styles.TEXT_MUTED);
    model.measure(
        runs,
        bytes ->
            size.setText(
                messages.get("history.remove.frees", Figures.mebibytes(bytes / MEBIBYTE))));
    Button keep =
        widgets.button(
            "history.remove.keep", Material2AL.CLOSE, questions::hide, Styles.BUTTON_OUTLINED);
    keep.setId("keep-runs");
    keep.setCancelButton(true);
    Button remove =
        widgets.button(
            "history.remove.do", Material2AL.DELETE, () -> remove(runs, name), Styles.DANGER);
    remove.setId("remove-runs");
    VBox body = new VBox(what, size);
    body.getStyleClass().add("sheet-body");
    questions.ask("history.remove.title", body, keep, remove);
  }

  private void remove(List<RunItem> runs, String name) {
    questions.hide();
    model.remove(runs, () -> errors.confirm(messages.get("history.removed", runs.size(), name)));
  }

  private static Label text(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setPrefWidth(TEXT_WIDTH);
    return label;
  }
}
