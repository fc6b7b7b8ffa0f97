package reidstudio.ui.compare;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import reidstudio.ui.chart.ChartPulse;
import reidstudio.ui.common.Visibility;
import reidstudio.ui.common.Widgets;
import reidstudio.ui.curves.ChartFiles;
import reidstudio.ui.curves.RunMarks;

/** Runs side by side: charts with one line for each, and below them where they differ. */
public final class CompareView extends VBox {
  private static final double CHARTS = 0.7;

  /**
   * Binds to {@code model}; Escape leads back.
   *
   * @param files saves charts
   * @param pulse says when charts look for news
   * @param marks finds where the axis of time is broken
   */
  public CompareView(
      CompareViewModel model, ChartFiles files, ChartPulse pulse, RunMarks marks, Widgets widgets) {
    CompareLegend legend = new CompareLegend(model, widgets);
    CompareCharts charts =
        new CompareCharts(model, widgets.messages(), files, pulse, marks, legend);
    VBox below =
        new VBox(widgets.label("compare.differences", Styles.TEXT_BOLD), table(model, widgets));
    below.getStyleClass().add("compare-below");
    SplitPane split = new SplitPane(charts, below);
    split.setOrientation(javafx.geometry.Orientation.VERTICAL);
    split.setDividerPositions(CHARTS);
    HBox.setHgrow(split, Priority.ALWAYS);
    HBox body = new HBox(legend, split);
    body.getStyleClass().add("history-body");
    var read =
        Bindings.createBooleanBinding(
            () -> !model.runsProperty().get().isEmpty(), model.runsProperty());
    body.visibleProperty().bind(read);
    VBox waiting = waiting(model, widgets);
    waiting.visibleProperty().bind(read.not());
    StackPane stack = new StackPane(body, waiting);
    stack.setMinHeight(0);
    VBox.setVgrow(stack, Priority.ALWAYS);
    getStyleClass().addAll("page", "compare");
    setId("compare-page");
    getChildren().addAll(new CompareToolbar(model, widgets, charts::resetZoom), stack);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.close();
            event.consume();
          }
        });
    model.lookAgain(
        () -> {
          if (Visibility.isOnScreen(this)) {
            charts.look();
          }
        });
  }

  private static DifferenceTable table(CompareViewModel model, Widgets widgets) {
    DifferenceTable table = new DifferenceTable(model, widgets);
    table.setMinHeight(0);
    VBox.setVgrow(table, Priority.ALWAYS);
    return table;
  }

  private static VBox waiting(CompareViewModel model, Widgets widgets) {
    ProgressBar bar = new ProgressBar();
    bar.setId("compare-progress");
    bar.progressProperty().bind(model.progressProperty());
    bar.accessibleTextProperty().bind(widgets.messages().text("compare.reading"));
    Button cancel = widgets.button("common.cancel", Material2AL.CLOSE, model::close);
    cancel.setId("compare-cancel");
    VBox box = new VBox(widgets.label("compare.reading", Styles.TITLE_4), bar, cancel);
    box.getStyleClass().add("empty-state");
    return box;
  }
}
