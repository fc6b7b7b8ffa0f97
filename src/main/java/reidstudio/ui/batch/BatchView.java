package reidstudio.ui.batch;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import reidstudio.event.BatchInspection;
import reidstudio.event.BatchItem;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** The batch of a step: who is in it, what of it can be matched, and how the model sees it. */
public final class BatchView extends VBox {
  private static final double TEXT_WIDTH = 560;

  private final BatchViewModel model;
  private final Widgets widgets;
  private final Messages messages;
  private final BatchGrid grid;
  private final MatrixPane matrix;

  /** Binds to {@code model}. */
  public BatchView(BatchViewModel model, Widgets widgets) {
    this.model = model;
    this.widgets = widgets;
    this.messages = widgets.messages();
    getStyleClass().addAll("page", "batch-page");
    setId("batch-page");
    grid = new BatchGrid(widgets);
    grid.setMinWidth(0);
    HBox.setHgrow(grid, Priority.ALWAYS);
    matrix =
        new MatrixPane(
            widgets, items -> grid.mark(items.stream().map(BatchItem::row).toList()), grid::lead);
    HBox both = new HBox(grid, matrix);
    both.getStyleClass().add("batch-both");
    both.setMinHeight(0);
    VBox.setVgrow(both, Priority.ALWAYS);
    VBox found = new VBox(new BatchSummary(model, widgets), both);
    found.getStyleClass().add("batch-found");
    found.setMinHeight(0);
    found.visibleProperty().bind(model.foundProperty().isNotNull());
    VBox empty = empty();
    empty.visibleProperty().bind(found.visibleProperty().not());
    StackPane body = new StackPane(found, empty);
    body.setMinHeight(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(new BatchToolbar(model, widgets), body);
    model.foundProperty().subscribe(this::show);
    addEventFilter(KeyEvent.KEY_PRESSED, this::turn);
  }

  private void show(BatchInspection batch) {
    grid.show(batch);
    matrix.show(batch);
  }

  private void turn(KeyEvent event) {
    boolean back = event.getCode() == KeyCode.LEFT;
    if (event.isAltDown() && (back || event.getCode() == KeyCode.RIGHT)) {
      if (back) {
        model.previous();
      } else {
        model.next();
      }
      event.consume();
    }
  }

  private VBox empty() {
    Label title = new Label();
    title.setId("batch-empty");
    title.getStyleClass().add(Styles.TITLE_4);
    title.setWrapText(true);
    title.setMaxWidth(TEXT_WIDTH);
    title.setAlignment(Pos.CENTER);
    title.setTextAlignment(TextAlignment.CENTER);
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::why,
                model.aboutProperty(),
                model.busyProperty(),
                model.failureProperty(),
                messages.languageProperty()));
    Label more = new Label();
    more.getStyleClass().add(Styles.TEXT_MUTED);
    more.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.get("batch.empty.more", begin()).strip(),
                model.aboutProperty(),
                messages.languageProperty()));
    more.setWrapText(true);
    more.setMaxWidth(TEXT_WIDTH);
    more.setTextAlignment(TextAlignment.CENTER);
    VBox box = new VBox(new FontIcon(Material2AL.GRID_ON), title, more);
    box.getStyleClass().add("empty-state");
    return box;
  }

  private String begin() {
    return model.aboutProperty().get().equals("batch.empty.no-run")
        ? messages.get("batch.empty.begin")
        : "";
  }

  private String why() {
    if (model.busyProperty().get()) {
      return messages.get("batch.empty.busy");
    }
    String failure = model.failureProperty().get();
    return failure.isEmpty()
        ? messages.get(model.aboutProperty().get())
        : widgets.words().of(failure);
  }
}
