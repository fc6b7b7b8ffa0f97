package reidstudio.ui.chart;

import atlantafx.base.theme.PrimerLight;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import reidstudio.ui.common.UpdatePace;

/** Two linked charts above each other: the upper one has more points than pixel columns. */
abstract class TwoCharts {
  final UpdatePace pace = new UpdatePace(1);
  final ChartPulse pulse = new ChartPulse(pace);
  final ChartGroup group = new ChartGroup(pulse);
  final MinMaxPyramid loss = new MinMaxPyramid();
  final MinMaxPyramid accuracy = new MinMaxPyramid();
  Stage stage;
  VBox wall;
  TraceChart upper;
  TraceChart lower;

  void show(Stage shown) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    stage = shown;
    for (int i = 0; i <= 1000; i++) {
      loss.append(i, 1 + (i * 7919 % 100) / 100.0);
    }
    for (int i = 0; i <= 1000; i += 100) {
      accuracy.append(i, i / 1000.0);
    }
    upper = chart("Loss", new TraceSeries("total", 0, loss));
    lower = chart("Accuracy", new TraceSeries("batch", 1, accuracy));
    wall = new VBox(upper, lower);
    stage.setScene(new Scene(new StackPane(wall), 700, 640));
    stage.show();
  }

  TraceChart chart(String title, TraceSeries series) {
    TraceChart chart = new TraceChart(new EnglishTexts(), group);
    chart.titleProperty().set(title);
    chart.emptyTextProperty().set("Nothing was measured yet.");
    chart.xLabelProperty().set("step");
    chart.setPrefSize(700, 320);
    chart.series().add(series);
    return chart;
  }

  static void until(BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    } catch (TimeoutException e) {
      throw new AssertionError("The chart did not get there within 10 s", e);
    }
  }

  void untilDrawn() {
    until(() -> upper.frame() != null && lower.frame() != null);
  }
}
