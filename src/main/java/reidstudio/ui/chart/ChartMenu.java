package reidstudio.ui.chart;

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
    CheckMenuItem log = new CheckMenuItem(texts.logAxis());
    log.selectedProperty().bindBidirectional(chart.logAxisProperty());
    getItems()
        .addAll(
            item(texts.resetZoom(), chart.group()::resetZoom),
            undo,
            log,
            new SeparatorMenuItem(),
            item(texts.savePng(), () -> chart.actions().ifPresent(a -> a.savePng(chart))),
            item(texts.saveCsv(), () -> chart.actions().ifPresent(a -> a.saveCsv(chart))),
            item(texts.maximise(), () -> chart.actions().ifPresent(a -> a.maximise(chart))),
            new SeparatorMenuItem(),
            points);
    setOnShowing(e -> refresh(texts));
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(e -> action.run());
    return item;
  }

  private void refresh(ChartTexts texts) {
    undo.setDisable(!chart.group().canUndoZoom());
    points.setText(texts.pointsShown(chart.visiblePoints(), chart.totalPoints()));
  }
}
