package reidstudio.ui.chart;

import java.util.function.BiConsumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;

/** The three dots of a chart and what they offer. */
final class ChartMenu extends MenuButton {
  private final TraceChart chart;
  private final MenuItem points = new MenuItem();
  private final MenuItem undo;
  private final MenuItem maximise;
  private final MenuItem fullScreen;
  private final MenuItem hide;

  ChartMenu(TraceChart chart, ChartTexts texts) {
    this.chart = chart;
    getStyleClass().add("trace-menu");
    Region icon = new Region();
    icon.getStyleClass().add("trace-menu-icon");
    setGraphic(icon);
    setAccessibleText(texts.menu());
    setFocusTraversable(false);
    points.setDisable(true);
    undo = item(texts.undoZoom(), chart.group()::undoZoom);
    fullScreen = actionItem(texts.fullScreen(), ChartActions::fullScreen);
    hide = actionItem(texts.hide(), ChartActions::hide);
    maximise = actionItem(texts.maximise(), ChartActions::maximise);
    CheckMenuItem log = new CheckMenuItem(texts.logAxis());
    log.selectedProperty().bindBidirectional(chart.logAxisProperty());
    CheckMenuItem clip = new CheckMenuItem(texts.clipOutliers());
    clip.selectedProperty().bindBidirectional(chart.clipOutliersProperty());
    getItems()
        .addAll(
            item(texts.resetZoom(), chart.group()::resetZoom),
            undo,
            log,
            clip,
            new SeparatorMenuItem(),
            actionItem(texts.savePng(), ChartActions::savePng),
            actionItem(texts.saveSvg(), ChartActions::saveSvg),
            actionItem(texts.saveCsv(), ChartActions::saveCsv),
            maximise,
            fullScreen,
            hide,
            new SeparatorMenuItem(),
            points);
    setOnShowing(e -> refresh(texts));
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(e -> action.run());
    return item;
  }

  /** An entry that needs {@link ChartActions}, disabled without them. */
  private MenuItem actionItem(String text, BiConsumer<ChartActions, TraceChart> action) {
    MenuItem item = item(text, () -> action.accept(chart.actionsProperty().get(), chart));
    item.disableProperty().bind(chart.actionsProperty().isNull());
    return item;
  }

  private void refresh(ChartTexts texts) {
    ChartActions actions = chart.actionsProperty().get();
    maximise.setVisible(actions != null && actions.canMaximise());
    fullScreen.setVisible(actions != null && actions.canFillScreen());
    hide.setVisible(actions != null && actions.canHide());
    undo.setDisable(!chart.group().canUndoZoom());
    points.setText(texts.pointsShown(chart.visiblePoints(), chart.totalPoints()));
  }
}
