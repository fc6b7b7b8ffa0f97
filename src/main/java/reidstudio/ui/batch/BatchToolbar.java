package reidstudio.ui.batch;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** Which step's batch is looked into, and whether that is under way. */
final class BatchToolbar extends HBox {
  private static final double FIELD_WIDTH = 84;

  private final BatchViewModel model;
  private final Widgets widgets;
  private final Messages messages;
  private final TextField field = new TextField();

  BatchToolbar(BatchViewModel model, Widgets widgets) {
    this.model = model;
    this.widgets = widgets;
    this.messages = widgets.messages();
    getStyleClass().add("page-toolbar");
    Label title = widgets.label("batch.title", Styles.TITLE_3);
    title.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(title, choice(), gap, busy());
  }

  private HBox choice() {
    Label step = widgets.label("batch.step");
    step.setLabelFor(field);
    field.setId("batch-step");
    field.setPrefWidth(FIELD_WIDTH);
    field.accessibleTextProperty().bind(messages.text("batch.step"));
    widgets.explain(field, "batch.step.help");
    field.setOnAction(event -> jump());
    field.focusedProperty().subscribe(focused -> write());
    model.stepProperty().subscribe(now -> write());
    Button previous =
        widgets.iconButton("batch.previous", Material2AL.CHEVRON_LEFT, model::previous);
    previous.setId("batch-previous");
    Button next = widgets.iconButton("batch.next", Material2AL.CHEVRON_RIGHT, model::next);
    next.setId("batch-next");
    Label of = new Label();
    of.setId("batch-of");
    of.setMinWidth(USE_PREF_SIZE);
    of.getStyleClass().add(Styles.TEXT_MUTED);
    of.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.get("batch.of", model.newestProperty().get()),
                model.newestProperty(),
                messages.languageProperty()));
    Button newest = widgets.button("batch.newest", Material2MZ.SKIP_NEXT, model::newest);
    newest.setId("batch-newest");
    widgets.explain(newest, "batch.newest.help");
    HBox box = new HBox(step, previous, field, next, of, newest);
    box.getStyleClass().add("batch-choice");
    box.disableProperty().bind(model.canAskProperty().not());
    previous.disableProperty().bind(model.stepProperty().lessThan(2));
    next.disableProperty().bind(model.stepProperty().greaterThanOrEqualTo(model.newestProperty()));
    return box;
  }

  private void jump() {
    try {
      model.show(Long.parseLong(field.getText().strip()));
    } catch (NumberFormatException e) {
      // what was there before says more than an alarm
    }
    write();
    field.selectAll();
  }

  private void write() {
    long now = model.stepProperty().get();
    field.setText(now == 0 ? "" : Long.toString(now));
  }

  private HBox busy() {
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(110);
    Label text = widgets.label("batch.busy");
    text.setMinWidth(USE_PREF_SIZE);
    HBox busy = new HBox(text, bar);
    busy.setId("batch-busy");
    busy.getStyleClass().add("busy-line");
    busy.visibleProperty().bind(model.busyProperty());
    // one that turns in the background costs frames
    bar.progressProperty()
        .bind(
            Bindings.when(model.busyProperty())
                .then(ProgressBar.INDETERMINATE_PROGRESS)
                .otherwise(0.0));
    return busy;
  }
}
