package reidstudio.ui.setup;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.event.Severity;
import reidstudio.ui.common.SeverityIcon;
import reidstudio.ui.common.TextClipboard;
import reidstudio.ui.common.Widgets;

/** Which data are chosen, whether they can be used, and what is in them. */
final class DataCard extends VBox {
  private final DataViewModel model;
  private final Widgets widgets;

  DataCard(DataViewModel model, SetupDialogs dialogs, Widgets widgets, TextClipboard clipboard) {
    this.model = model;
    this.widgets = widgets;
    getStyleClass().add("card");
    DataFigures figures = new DataFigures(widgets, clipboard);
    model.summaryProperty().subscribe(figures::show);
    getChildren().addAll(title(), folder(), figures, busy(), problem(), actions(dialogs));
    getChildren().forEach(DataCard::foldWhenHidden);
  }

  private static void foldWhenHidden(Node node) {
    node.managedProperty().bind(node.visibleProperty());
  }

  private Label title() {
    return widgets.label("data.title", Styles.TITLE_4);
  }

  private HBox folder() {
    Label label = new Label();
    label.setId("data-folder");
    label.getStyleClass().add(Styles.TEXT_BOLD);
    label.textProperty().bind(widgets.messages().text("data.demo"));
    model
        .folderProperty()
        .subscribe(
            folder -> {
              label.textProperty().unbind();
              label.setTooltip(null);
              if (folder == null) {
                label.textProperty().bind(widgets.messages().text("data.demo"));
              } else {
                label.setText(String.valueOf(folder.getFileName()));
                label.setTooltip(widgets.tooltip("data.folder.full", folder.toString()));
              }
            });
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    Button again =
        widgets.iconButton("data.again", Material2MZ.REFRESH, model::again, Styles.SMALL);
    again.setId("read-data-again");
    again.visibleProperty().bind(model.folderProperty().isNotNull());
    again.disableProperty().bind(model.busyProperty());
    foldWhenHidden(again);
    HBox line = new HBox(label, again);
    line.getStyleClass().add("figure-line");
    return line;
  }

  private VBox busy() {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.progressProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    Button cancel = widgets.button("common.cancel", Material2AL.CLOSE, model::cancel, Styles.SMALL);
    cancel.setId("cancel-data");
    HBox line = new HBox(bar, cancel);
    line.getStyleClass().add("busy-line");
    Label making = widgets.label("data.making", Styles.TEXT_MUTED);
    making.visibleProperty().bind(model.progressProperty().greaterThanOrEqualTo(0));
    Label reading = widgets.label("data.reading", Styles.TEXT_MUTED);
    reading.visibleProperty().bind(making.visibleProperty().not());
    foldWhenHidden(making);
    foldWhenHidden(reading);
    VBox box = new VBox(making, reading, line);
    box.visibleProperty().bind(model.busyProperty());
    return box;
  }

  private HBox problem() {
    Label sentence = new Label();
    sentence.setId("data-problem");
    sentence.textProperty().bind(widgets.words().text(model.problemProperty()));
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.setWrapText(true);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    HBox box = new HBox(new SeverityIcon(Severity.ERROR), sentence);
    box.getStyleClass().add("problem-box");
    box.visibleProperty().bind(model.problemProperty().isNotEmpty());
    return box;
  }

  private FlowPane actions(SetupDialogs dialogs) {
    Button choose =
        widgets.button(
            "data.choose",
            Material2AL.FOLDER_OPEN,
            () -> dialogs.dataFolder().ifPresent(model::use),
            Styles.SMALL);
    widgets.explain(choose, "data.choose.help");
    Button demo = widgets.button("data.use-demo", Material2MZ.PEOPLE, model::useDemo, Styles.SMALL);
    demo.setId("use-demo");
    demo.visibleProperty()
        .bind(
            model
                .folderProperty()
                .isNotNull()
                .or(model.summaryProperty().isNull().and(model.busyProperty().not())));
    foldWhenHidden(demo);
    FlowPane box = new FlowPane(choose, demo);
    box.getStyleClass().add("actions");
    return box;
  }
}
