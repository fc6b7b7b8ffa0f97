package reidstudio.ui.health;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.event.Severity;
import reidstudio.ui.common.FolderOpener;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.SeverityIcon;
import reidstudio.ui.common.Widgets;
import reidstudio.ui.health.QuickFixTrial.Answer;

/** The trial of a change for one epoch: how far it is, and what came of it. */
final class QuickFixView extends VBox {
  private final QuickFixViewModel model;
  private final CardTools tools;
  private final Widgets widgets;
  private final Messages messages;
  private final Label doing = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Button stop;
  private final QuickFixAnswerView answer;

  QuickFixView(CardTools tools, FolderOpener opener) {
    this.model = tools.quickFix();
    this.tools = tools;
    this.widgets = tools.widgets();
    this.messages = tools.messages();
    stop = widgets.button("health.verify.stop", Material2MZ.STOP, model::stop, Styles.SMALL);
    answer = new QuickFixAnswerView(tools, model.folderProperty(), opener);
    setId("quick-fix");
    getStyleClass().add("report");
    ObservableBooleanValue runs = model.progressProperty().isNotNull();
    ObservableBooleanValue failed = model.failureProperty().isNotEmpty();
    ObservableBooleanValue answered = model.answerProperty().isNotNull();
    getChildren()
        .addAll(
            widgets.label("health.verify.title", Styles.TITLE_4),
            shownOnly(progress(), runs),
            shownOnly(failure(), failed),
            shownOnly(answer, answered));
    shownOnly(
        this,
        model
            .progressProperty()
            .isNotNull()
            .or(model.failureProperty().isNotEmpty())
            .or(model.answerProperty().isNotNull()));
    model.progressProperty().subscribe(this::show);
    // the button that was pressed is greyed out: without this, the focus would go to its neighbour
    model.progressProperty().subscribe((former, now) -> focusIf(former == null && now != null));
    model.answerProperty().subscribe(this::show);
    messages
        .languageProperty()
        .addListener(
            changed -> {
              show(model.progressProperty().get());
              show(model.answerProperty().get());
            });
  }

  private VBox progress() {
    bar.setMaxWidth(Double.MAX_VALUE);
    doing.setId("quick-fix-doing");
    doing.setWrapText(true);
    doing.setMinHeight(USE_PREF_SIZE);
    doing.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(doing, Priority.ALWAYS);
    bar.accessibleTextProperty().bind(doing.textProperty());
    stop.setId("stop-verification");
    stop.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(doing, stop);
    line.getStyleClass().add("busy-line");
    VBox box = new VBox(line, bar);
    box.getStyleClass().add("card");
    return box;
  }

  private Node failure() {
    Label sentence = new Label();
    sentence.setId("quick-fix-failed");
    sentence
        .textProperty()
        .bind(messages.text("health.verify.failed", tools.words().text(model.failureProperty())));
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.setWrapText(true);
    HBox box = new HBox(new SeverityIcon(Severity.ERROR), sentence);
    box.getStyleClass().add("problem-box");
    return box;
  }

  private void show(QuickFixProgress now) {
    if (now == null) {
      return;
    }
    String side = now.withChange() ? "with" : "without";
    String key = now.steps() == 0 ? "health.verify.begins." : "health.verify.trains.";
    doing.setText(
        now.stopping()
            ? messages.get("health.verify.stopping")
            : messages.get(
                key + side, now.change().toString(), now.step(), Math.max(1, now.steps())));
    stop.setDisable(now.stopping());
    bar.setProgress(now.fraction());
  }

  private void show(Answer found) {
    if (found != null) {
      answer.show(found);
      if (stop.isFocused()) {
        answer.focusNext();
      }
    }
  }

  private void focusIf(boolean begun) {
    if (begun) {
      stop.requestFocus();
    }
  }

  private static Node shownOnly(Node node, ObservableBooleanValue when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }
}
