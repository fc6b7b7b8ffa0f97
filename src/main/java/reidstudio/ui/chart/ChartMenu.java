package reidstudio.ui.chart;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;

/** The three dots of a chart and what they offer. */
final class ChartMenu extends MenuButton {
  private final TraceChart chart;
  private final ChartTexts texts;

  ChartMenu(TraceChart chart, ChartTexts texts) {
    this.chart = chart;
    this.texts = texts;
    getStyleClass().add("trace-menu");
    Region icon = new Region();
    icon.getStyleClass().add("trace-menu-icon");
    setGraphic(icon);
    setFocusTraversable(false);
    speak();
    // most charts are never asked for theirs
    setOnShowing(e -> fill());
  }

  /** Takes its words in the language of now. */
  void speak() {
    setAccessibleText(texts.menu());
  }

  private void fill() {
    Optional<ChartActions> actions = Optional.ofNullable(chart.actionsProperty().get());
    MenuItem undo = item(texts.undoZoom(), chart.group()::undoZoom);
    undo.setDisable(!chart.group().canUndoZoom());
    MenuItem maximise = actionItem(texts.maximise(), ChartActions::maximise);
    maximise.setVisible(actions.filter(ChartActions::canMaximise).isPresent());
    MenuItem fullScreen = actionItem(texts.fullScreen(), ChartActions::fullScreen);
    fullScreen.setVisible(actions.filter(ChartActions::canFillScreen).isPresent());
    MenuItem hide = actionItem(texts.hide(), ChartActions::hide);
    hide.setVisible(actions.filter(ChartActions::canHide).isPresent());
    MenuItem points = new MenuItem(texts.pointsShown(chart.visiblePoints(), chart.totalPoints()));
    points.setDisable(true);
    getItems()
        .setAll(
            item(texts.resetZoom(), chart.group()::resetZoom),
            undo,
            check(texts.logAxis(), chart.logAxisProperty()),
            check(texts.clipOutliers(), chart.clipOutliersProperty()),
            new SeparatorMenuItem(),
            actionItem(texts.savePng(), ChartActions::savePng),
            actionItem(texts.saveSvg(), ChartActions::saveSvg),
            actionItem(texts.saveCsv(), ChartActions::saveCsv),
            maximise,
            fullScreen,
            hide,
            new SeparatorMenuItem(),
            points);
  }

  private static MenuItem check(String text, BooleanProperty state) {
    CheckMenuItem item = new CheckMenuItem(text);
    item.selectedProperty().bindBidirectional(state);
    return item;
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(e -> action.run());
    return item;
  }

  /** An entry that needs {@link ChartActions}, disabled without them. */
  private MenuItem actionItem(String text, BiConsumer<ChartActions, TraceChart> action) {
    MenuItem item = item(text, () -> action.accept(chart.actionsProperty().get(), chart));
    item.setDisable(chart.actionsProperty().get() == null);
    return item;
  }
}
