package reidstudio.ui.history;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.ui.common.Widgets;

/** What is looked for in the list, and what can be done with it. */
final class HistoryToolbar extends HBox {
  private static final double SEARCH_WIDTH = 210;

  private final HistoryViewModel model;
  private final ObservableList<RunItem> selected;
  private final Widgets widgets;
  private final TextField search = new TextField();
  private final ToggleButton archived;
  private final Button goOn;

  HistoryToolbar(
      HistoryViewModel model,
      ObservableList<RunItem> selected,
      RunActions actions,
      Supplier<Optional<Path>> folders,
      Supplier<Optional<Path>> logs,
      Widgets widgets) {
    this.model = model;
    this.selected = selected;
    this.widgets = widgets;
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    ProgressIndicator busy = new ProgressIndicator();
    busy.getStyleClass().add("small-spinner");
    busy.visibleProperty().bind(model.busyProperty());
    archived = widgets.toggle("history.show-archived", Material2AL.ARCHIVE);
    archived.setId("show-archived");
    widgets.explain(archived, "history.show-archived.help");
    search.setId("run-search");
    search.setPrefWidth(SEARCH_WIDTH);
    search.setMinWidth(90);
    search.promptTextProperty().bind(widgets.messages().text("history.search"));
    search.accessibleTextProperty().bind(widgets.messages().text("history.search"));
    widgets.explain(search, "history.search.help");
    goOn = widgets.button("history.continue", Material2MZ.PLAY_ARROW, () -> {});
    getStyleClass().add("page-toolbar");
    getChildren()
        .addAll(widgets.label("history.title", Styles.TITLE_3), search, archived, busy, gap);
    addActions(actions);
    addOthers(folders, logs);
  }

  StringProperty searched() {
    return search.textProperty();
  }

  BooleanProperty archivedToo() {
    return archived.selectedProperty();
  }

  /** The button beside which it is asked how a run is to go on. */
  Node goOn() {
    return goOn;
  }

  private void addActions(RunActions actions) {
    Button open =
        widgets.button("history.open", Material2MZ.VISIBILITY, actions::open, Styles.ACCENT);
    open.setId("open-run");
    open.disableProperty().bind(Bindings.size(selected).isNotEqualTo(1));
    Button compare =
        widgets.button("history.compare", Material2MZ.STACKED_LINE_CHART, actions::compare);
    compare.setId("compare-runs");
    compare.setTooltip(
        widgets.tooltip(
            "history.compare.help", RunActions.LEAST_COMPARED, RunActions.MOST_COMPARED));
    compare
        .disableProperty()
        .bind(Bindings.createBooleanBinding(() -> !actions.mayCompare(), selected));
    goOn.setOnAction(event -> actions.goOn(goOn));
    goOn.setId("continue-run");
    widgets.explain(goOn, "history.continue.help");
    goOn.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !actions.mayGoOn(), model.activeProperty(), model.items(), selected));
    getChildren().addAll(open, compare, goOn);
  }

  private void addOthers(Supplier<Optional<Path>> folders, Supplier<Optional<Path>> logs) {
    Button elsewhere =
        widgets.button(
            "history.elsewhere", Material2AL.FOLDER, () -> folders.get().ifPresent(model::open));
    widgets.explain(elsewhere, "history.elsewhere.help");
    Button log =
        widgets.button(
            "history.log", Material2AL.DESCRIPTION, () -> logs.get().ifPresent(model::openLog));
    log.setId("open-log");
    widgets.explain(log, "history.log.help");
    getChildren()
        .addAll(
            elsewhere,
            log,
            widgets.iconButton("history.refresh", Material2MZ.REFRESH, model::refresh));
  }
}
